//! The page in front: whether it is read, and what to do where it is not.

use crate::controls::{button, switch};
use crate::counters::{Counter, Counters, Manner};
use crate::inspect::{ReaderKind, Status};
use crate::markup::{Markup, html};
use crate::read::counters_of;
use crate::settings::{Settings, has};
use crate::voice::Voice;
use crate::words::Word;

/// The page in front of the popup.
#[derive(Debug, Clone, PartialEq)]
pub struct Here {
    /// Number of its tab.
    pub tab: Option<i32>,
    /// Its host, where it is a web page whose address is known.
    pub host: Option<String>,
    /// It is in a private window.
    pub private: bool,
    /// What Rapport can do there.
    pub state: PageState,
    /// When it was looked at, in milliseconds since 1970 UTC.
    pub now: f64,
}

/// What Rapport can do on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum PageState {
    /// It runs there.
    Running(Status),
    /// The page is too busy to answer.
    Busy,
    /// It may run there, but the page was loaded before it could.
    NotStarted,
    /// The person has not allowed this host yet.
    NotAllowed,
    /// Not a web page, or one that no extension may see.
    Closed,
}

impl Here {
    /// The host that something can be set for. A private window has none: who
    /// keeps what holds on a host keeps that somebody was there.
    pub fn settable(&self) -> Option<&str> {
        self.host.as_deref().filter(|_| !self.private)
    }

    /// The host, and its counters with one of them shown in another manner; the
    /// rest are as they are stored.
    pub fn counters_with(
        &self,
        settings: &Settings,
        counter: Counter,
        manner: Manner,
    ) -> Option<(String, Counters)> {
        let (Some(host), PageState::Running(status)) = (self.settable(), &self.state) else {
            return None;
        };
        let counters = Counters {
            site: status.site.clone()?,
            ..settings.stored_counters(host).with(counter, manner)
        };
        Some((host.to_owned(), counters))
    }

    /// The section about this page.
    pub fn view(&self, voice: Voice<'_>, settings: &Settings) -> Markup {
        let mut section = html("section")
            .class("here")
            .attr("aria-labelledby", "here-title");
        if self.state == PageState::Busy {
            section = section.attr("aria-busy", "true");
        }
        section = section.with(
            html("h2")
                .attr("id", "here-title")
                .with(voice.say(Word::PopupHere)),
        );
        if let (Some(host), PageState::Running(_) | PageState::Busy | PageState::NotStarted) =
            (self.settable(), &self.state)
        {
            let on = !has(&settings.hosts_off, host);
            let label = voice
                .language
                .fill(Word::PopupSwitchHere, &[("host", host)]);
            section = section.with(switch("switch-here", &label, on, "switch-here"));
            if on && !settings.all_off {
                let quiet = has(&settings.hosts_quiet, host);
                let label = voice.say(Word::PopupQuietHere);
                section = section.with(switch("quiet-here", label, quiet, "quiet-here"));
            }
        }
        section = section.with_all(self.account(voice, settings));
        section = section.with_all(self.counters(voice, settings));
        for line in self.lines(voice, settings) {
            section = section.with(html("p").class("state").with(line));
        }
        if let (Some(host), PageState::NotAllowed) = (&self.host, &self.state) {
            let label = voice.language.fill(Word::PopupAdd, &[("host", host)]);
            let button = html("button").class("primary").attr("id", "add-host");
            let button = button.attr("data-action", "add-host");
            section = section.with(button.followed_by("switch-here").with(label));
        }
        if let (Some(tab), PageState::Running(_)) = (self.tab, &self.state) {
            let link = html("a").class("more").attr("target", "_blank");
            let link = link.attr("href", format!("diagnostics.html?tab={tab}"));
            section = section.with(html("p").with(link.with(voice.say(Word::PopupDiagnostics))));
        }
        section
    }

    /// Asks once on each site whether the account that is logged in is the
    /// person's, and tells how their posts here do.
    fn account(&self, voice: Voice<'_>, settings: &Settings) -> Option<Markup> {
        let PageState::Running(status) = &self.state else {
            return None;
        };
        let own = status.own;
        if own.posts > 0 {
            let each = |sum: u64| voice.mean(sum as f64 / own.posts as f64);
            let said = voice.language.fill(
                Word::PopupOwnHere,
                &[
                    ("count", &voice.figures.whole(own.posts as u64)),
                    ("replies", &each(own.replies)),
                    ("likes", &each(own.likes)),
                ],
            );
            return Some(html("p").attr("id", "own-here").with(said));
        }
        let account = status.account.as_ref()?;
        if settings.accounts.contains_key(&account.site) || settings.all_off || self.private {
            return None;
        }
        let asked = voice
            .language
            .fill(Word::PopupIsItYou, &[("handle", &account.handle)]);
        Some(
            html("p")
                .class("is-it-you")
                .attr("id", "is-it-you")
                .with(html("span").with(asked))
                .with(button(voice.say(Word::PopupYes), "me", "yes"))
                .with(button(voice.say(Word::PopupNo), "me", "no")),
        )
    }

    /// A choice for each number that this site shows, where Rapport is on.
    fn counters(&self, voice: Voice<'_>, settings: &Settings) -> Option<Markup> {
        let (Some(host), PageState::Running(status)) = (self.settable(), &self.state) else {
            return None;
        };
        let shown = counters_of(status.site.as_deref()?);
        if settings.is_off(host) || shown.iter().all(Option::is_none) {
            return None;
        }
        let now = settings.stored_counters(host);
        let choices = Counter::ALL.into_iter().zip(shown);
        let rows = choices
            .filter(|(_, selectors)| selectors.is_some())
            .map(|(counter, _)| {
                let options = Manner::ALL.map(|manner| {
                    let option = html("option").attr("value", manner.name());
                    let option = option.with(voice.say(manner_word(manner)));
                    if now.manner(counter) == manner {
                        option.attr("selected", "")
                    } else {
                        option
                    }
                });
                let select = html("select")
                    .attr("id", format!("counter-{}", counter.name()))
                    .attr("data-choice", counter.name())
                    .with_all(options);
                html("label")
                    .with(voice.say(counter_word(counter)))
                    .with(select)
            });
        let legend = html("summary").with(voice.say(Word::PopupCounters));
        // It stays out of the way until something steps back here.
        let details = html("details").class("counters").attr("id", "counters");
        let details = details.with(legend);
        let details = if now.back().next().is_some() {
            details.attr("open", "")
        } else {
            details
        };
        Some(details.with(html("div").class("rows").with_all(rows)))
    }

    fn lines(&self, voice: Voice<'_>, settings: &Settings) -> Vec<String> {
        let say = |word| vec![voice.say(word).to_owned()];
        let off = self.host.as_deref();
        let off = off.is_some_and(|host| has(&settings.hosts_off, host));
        let mut lines = match &self.state {
            PageState::Closed => return say(Word::PopupClosed),
            PageState::NotAllowed => return say(Word::PopupNotAllowed),
            _ if settings.all_off => say(Word::PopupAllOff),
            _ if settings.is_snoozed(self.now) => say(Word::PopupAsleep),
            _ if off => say(Word::PopupOff),
            PageState::Busy => say(Word::PopupBusy),
            PageState::NotStarted => say(Word::PopupNotStarted),
            PageState::Running(status) if status.reader == ReaderKind::None => {
                say(Word::PopupUnknownSite)
            }
            PageState::Running(status) => {
                let mut lines = Vec::new();
                let count = status.posts;
                if count > 0 {
                    lines.push(voice.count(count, Word::PopupReadOne, Word::PopupReadOther));
                } else if status.health.is_empty() {
                    lines.extend(say(Word::PopupNoPosts));
                }
                lines.extend(status.health.iter().cloned());
                lines
            }
        };
        // It says why there is no switch for the site, too.
        if self.private {
            lines.extend(say(Word::PopupPrivate));
        }
        lines
    }
}

const fn counter_word(counter: Counter) -> Word {
    match counter {
        Counter::Likes => Word::CountersLikes,
        Counter::Reposts => Word::CountersReposts,
        Counter::Views => Word::CountersViews,
        Counter::Followers => Word::CountersFollowers,
    }
}

const fn manner_word(manner: Manner) -> Word {
    match manner {
        Manner::Shown => Word::CountersShown,
        Manner::Dimmed => Word::CountersDimmed,
        Manner::Hidden => Word::CountersHidden,
    }
}

/// Whether pages of `address` fit a match pattern of the manifest.
pub fn covers(pattern: &str, address: &str) -> bool {
    let parts = |whole: &str| {
        let (scheme, rest) = whole.split_once("://")?;
        let host = rest.split(['/', '?', '#', ':']).next()?;
        Some((scheme.to_owned(), host.to_owned()))
    };
    if pattern == "<all_urls>" {
        return true;
    }
    let (Some((scheme, host)), Some((page_scheme, page_host))) = (parts(pattern), parts(address))
    else {
        return false;
    };
    let scheme_fits = scheme == page_scheme || (scheme == "*" && page_scheme.starts_with("http"));
    let host_fits = match host.strip_prefix("*.") {
        Some(domain) => {
            let before = page_host.strip_suffix(domain);
            before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
        }
        None => host == "*" || host == page_host,
    };
    scheme_fits && host_fits
}

/// The host of a web page's address, without its port.
pub fn web_host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (matches!(scheme, "http" | "https") && !host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_covers_its_host_and_no_other() {
        let address = "https://a.example.org/x?y";
        for pattern in [
            "https://a.example.org/*",
            "*://*.example.org/*",
            "*://*/*",
            "<all_urls>",
        ] {
            assert!(covers(pattern, address), "{pattern}");
        }
        for pattern in [
            "http://a.example.org/*",
            "*://example.org/*",
            "*://*.ample.org/*",
            "x",
        ] {
            assert!(!covers(pattern, address), "{pattern}");
        }
        assert!(covers("*://*.example.org/*", "http://example.org/"));
        assert!(!covers("*://*/*", "chrome://settings/"));
    }

    #[test]
    fn only_web_pages_have_a_host() {
        assert_eq!(web_host("http://127.0.0.1:8080/x"), Some("127.0.0.1"));
        assert_eq!(web_host("https://example.org"), Some("example.org"));
        assert_eq!(web_host("chrome://settings/"), None);
        assert_eq!(web_host("about:blank"), None);
    }
}
