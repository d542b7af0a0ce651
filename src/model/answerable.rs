//! Who answers for pages, and where readers say what is wrong.

use super::address::encode;
use super::{Assigned, Book, Entry};

/// Whoever of these lies nearest to a page: in its innermost folder, else of the first of its topics that has one.
fn of<'b>(assigned: &'b [Assigned], entry: &Entry) -> Option<&'b str> {
    let named = |name: &str| assigned.iter().find(|one| one.of.value == name);
    let page = entry.page();
    let by_folder = page.folders().find_map(named);
    let by_topic = || entry.mentions.topics.iter().find_map(|topic| named(&topic.value));
    by_folder.or_else(by_topic).map(|one| one.who.as_str())
}

impl Book {
    /// Who answers for a page: as its file says, else as the book does of its folder or of a topic of it.
    #[must_use]
    pub fn owner<'a>(&'a self, entry: &'a Entry) -> Option<&'a str> {
        entry.head.owner.as_deref().or_else(|| of(&self.owners, entry))
    }

    /// Who reads a page before it is changed, in one text.
    #[must_use]
    pub fn reviewers(&self, entry: &Entry) -> Option<String> {
        let own = &entry.head.reviewers;
        if own.is_empty() {
            of(&self.reviewers, entry).map(str::to_owned)
        } else {
            Some(own.join(", "))
        }
    }

    /// Whether readers of a page are told when its review was due: where somebody answers for it, or the book says
    /// after how many months.
    #[must_use]
    pub fn tells_due(&self, entry: &Entry) -> bool {
        self.says_months || self.owner(entry).is_some()
    }

    /// Where readers of a page write to: an address of the web, or one of mail with the page's title in it.
    #[must_use]
    pub fn contact_for(&self, title: &str) -> Option<String> {
        let contact = self.contact.as_ref()?;
        if contact.contains("://") {
            return Some(contact.clone());
        }
        // What ends a line in a subject would begin another head of the mail.
        let words: Vec<&str> =
            title.split(char::is_control).filter(|part| !part.is_empty()).collect();
        let subject =
            encode(&words.join(" ")).replace('&', "%26").replace('?', "%3F").replace('#', "%23");
        Some(format!("mailto:{contact}?subject={subject}"))
    }

    /// Where a file, by its path from the project's folder, can be changed.
    #[must_use]
    pub fn edit_address(&self, path: &str) -> Option<String> {
        let url = self.edit_url.as_ref()?;
        let path = encode(path);
        let whole = url.replace("{path}", &path);
        Some(if whole == *url { format!("{}/{path}", url.trim_end_matches('/')) } else { whole })
    }
}
