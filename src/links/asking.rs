//! Asks many addresses so that no host minds: one after the other at each, with a pause between.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use crate::web::{Address, Web};

use super::heard::Heard;

/// How many hosts are asked at once.
const HOSTS_AT_ONCE: usize = 8;

/// What hosts are told of who asks.
const PURPOSE: &str = "check --links: looks whether links still lead somewhere";

/// What the web says of each of these addresses. A host has `pause` between one question and the next.
#[must_use]
pub fn ask<'l>(links: &BTreeMap<&'l str, &Address>, pause: Duration) -> BTreeMap<&'l str, Heard> {
    let mut hosts: BTreeMap<String, Vec<(&'l str, &Address)>> = BTreeMap::new();
    for (link, address) in links {
        hosts.entry(address.host()).or_default().push((link, address));
    }
    let web = Web::new(PURPOSE);
    let waiting = Mutex::new(hosts.into_values());
    let heard = Mutex::new(BTreeMap::new());
    let next = || waiting.lock().expect("no thread gives up with it").next();
    let work = || {
        while let Some(links) = next() {
            for (number, (link, address)) in links.into_iter().enumerate() {
                if number > 0 {
                    thread::sleep(pause);
                }
                let said = Heard::of(&web, address);
                heard.lock().expect("no thread gives up with it").insert(link, said);
            }
        }
    };
    thread::scope(|threads| {
        for _ in 0..HOSTS_AT_ONCE {
            threads.spawn(work);
        }
    });
    heard.into_inner().expect("no thread gives up with it")
}
