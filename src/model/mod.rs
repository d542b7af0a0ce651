//! The domain: what a playbook is made of, in types that cannot hold half of it.
//!
//! It must not know how files are written nor how pages look.

mod address;
mod alphabet;
mod anchors;
mod answerable;
mod assigned;
mod body;
mod book;
mod broken;
mod comparison;
mod computed;
mod counterpart;
mod entry;
mod extra;
mod field;
mod folder;
mod format;
mod free_names;
mod guide;
mod guide_names;
mod home;
mod host;
mod href;
mod id;
mod kind;
mod language;
mod links;
mod look;
mod mark;
mod overlay;
mod page_meant;
mod page_path;
mod parts;
mod paths;
mod pattern;
mod places;
mod playbook;
mod practice;
mod published;
mod response;
mod role;
mod said;
mod scenario;
mod sections;
mod self_check;
mod site_part;
mod site_path;
mod slug;
mod template;
mod translated_fields;
mod translation;

pub use address::{decode, encode, encode_whole, is_device, is_elsewhere, is_outside, root};
pub use alphabet::Alphabet;
pub use anchors::Anchors;
pub use assigned::Assigned;
pub use body::Body;
pub use book::{Book, MenuLink, Redirect};
pub use broken::Broken;
pub use comparison::{Comparison, Row};
pub use computed::{Computed, Function};
pub use counterpart::Counterpart;
pub use entry::{Change, Entry, Head, Link, Mentions};
pub use extra::Extra;
pub use field::{Example, Field, FieldKind, Item, MARKS};
pub use folder::Folder;
pub use format::Format;
pub use free_names::FreeNames;
pub use guide::Guide;
pub use guide_names::GuideNames;
pub use home::{Before, Grouped, Home, HomeGroup, HomeText, Moment};
pub use host::Host;
pub use href::Href;
pub use id::{EntryKey, Id, Reference};
pub use kind::{Kind, OWN_PAGES};
pub use language::{Coverage, Language, Share, direction, in_language, is_tag};
pub use links::{Fault, Target};
pub use look::{Logo, Look, Rgb, Shades};
pub use mark::Mark;
pub use overlay::Difference;
pub use page_meant::{PageMeant, page_meant};
pub use page_path::{PagePath, is_chapter_name};
pub use parts::{Part, Purpose, Section, Text, Title, Words};
pub use paths::{
    COPIES, DRILL, FAVICON, FEED, FINDER, GROUP, HEADERS, HOME, HOME_ICON, LIST, MANIFEST, NEWS,
    NOT_FOUND, OWN_FILES, OWN_FOLDERS, PRINT, PRINTED_ROLE_PLAY, REDIRECTS, ROBOTS, ROLE_PLAY,
    SEARCH, SITEMAP, TOOLS, finder_path, group_path, list_path, print_path, role_play_path,
    topic_path,
};
pub(crate) use pattern::fits;
pub use places::Places;
pub use playbook::{Drafts, Playbook};
pub use practice::{Choice, Practice};
pub use published::{FORMAT, OneBook, OneField, OneTemplate, Published, TemplateIds, VERSION};
pub use response::Response;
pub use role::{Pair, Role, RoleForms};
pub use said::Said;
pub use scenario::{Level, Mistake, People, Reply, Scenario, Step};
pub use self_check::{ResultTitles, Results, SelfCheck};
pub use site_part::SitePart;
pub use site_path::SitePath;
pub use slug::Slug;
pub use template::Template;
pub use translated_fields::share_options;
pub use translation::{Translated, Translation};
