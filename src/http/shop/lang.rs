//! The two languages of the pages. Each text stands once, with both its wordings beside each other.

/// A page's language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese: what a page is in unless somebody asks.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// As `?lang=` names it; anything else is Chinese.
    pub fn named(name: Option<&str>) -> Self {
        if name == Some("en") { Self::En } else { Self::Zh }
    }

    /// The wording of this language.
    pub fn of<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// For `<html lang>`.
    pub fn tag(self) -> &'static str {
        self.of("zh-CN", "en")
    }

    /// What people of the cooperative wrote is Chinese on an English page too.
    pub fn theirs(self) -> Option<&'static str> {
        self.of(None, Some("zh-CN"))
    }

    /// An address in this language.
    pub fn address(self, path: &str) -> String {
        let join = if path.contains('?') { '&' } else { '?' };
        self.of(path.to_owned(), format!("{path}{join}lang=en"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_its_language() {
        assert_eq!(Lang::Zh.address("/shop/hexie"), "/shop/hexie");
        assert_eq!(Lang::En.address("/shop/hexie"), "/shop/hexie?lang=en");
        assert_eq!(Lang::En.address("/shop/hexie/goods?q=x"), "/shop/hexie/goods?q=x&lang=en");
    }
}
