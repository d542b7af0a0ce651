//! The page of a thing of content: in its own frame, or its body for paper.

use tera::Value;

use crate::diagnostic::Diagnostic;
use crate::model::{Entry, direction};

use super::body::PrintedBody;
use super::edition::Edition;
use super::entries;
use super::ids::Naming;
use super::page_context::PageContext;
use super::view::{Html, OriginalView};

impl Edition {
    /// The page of an entry. Where it is not translated, its body is the original's, seen from here.
    pub(super) fn entry(
        &self,
        context: &PageContext<'_>,
        entry: &Entry,
    ) -> Result<String, Box<Diagnostic>> {
        let (layout, mut values) = entries::entry(context, entry);
        if self.plan.is_untranslated(entry) {
            let language = context.site.plan().playbook().book.language.clone();
            let html = Html(Value::safe_string(&self.body(context, entry)?));
            let direction = direction(&language);
            values.insert("original", &OriginalView { language, direction, html });
        }
        self.layout(&layout, &values)
    }

    /// The body of an entry's page as it stands among others on pages for paper. `at` is its place in its list.
    pub(super) fn printed(
        &self,
        context: &PageContext<'_>,
        entry: &Entry,
        at: usize,
    ) -> Result<&PrintedBody, Box<Diagnostic>> {
        let made = || Ok(PrintedBody::new(&self.body(context, entry)?));
        self.printed[&entry.kind()][at].get_or_init(made).as_ref().map_err(Clone::clone)
    }

    /// The body of an entry's page, in the words of the original where it is not translated.
    fn body(&self, context: &PageContext<'_>, entry: &Entry) -> Result<String, Box<Diagnostic>> {
        if !self.plan.is_untranslated(entry) {
            let (layout, values) = entries::entry(context, entry);
            return self.main(&layout, &values);
        }
        let original = &context.site.original;
        let Self { plan, common, menus, ids, .. } = original;
        let naming = match context.naming {
            Naming::Settled(_) => Naming::Settled(ids),
            Naming::Marked => Naming::Marked,
        };
        let page = plan.page(context.path).expect("what is not translated has an original");
        original.body(&PageContext { plan, common, menus, page, naming, ..*context }, entry)
    }
}
