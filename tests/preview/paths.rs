//! What the preview serves: the site and nothing else, however a path is spelt.

use testkit::http::get;
use testkit::preview::Preview;

use crate::watched::watched;

/// Where a path begins that climbs out of its folder.
const FOLDERS: [&str; 4] = ["", "/assets", "/scenarios", "/.twohats"];

/// What has ever been taken for the folder above.
const ABOVE: [&str; 9] = [
    "..",
    "%2e%2e",
    "%2E.",
    ".%2e",
    "%252e%252e",
    "%c0%ae%c0%ae",
    "%ef%bc%8e%ef%bc%8e",
    "....",
    "..;",
];

/// What has ever been taken for the end of a folder's name.
const SLASHES: [&str; 7] = ["/", "//", "\\", "%2f", "%5c", "%252f", "%c0%af"];

/// How many folders it climbs.
const DEPTHS: [usize; 3] = [1, 2, 8];

const FILES: [&str; 4] = ["secret.txt", "book.toml", "content/secret.yaml~", "etc/passwd"];

/// What hides the end of a name.
const ENDS: [&str; 2] = ["", "%00.html"];

/// Paths that climb out of a folder, in every spelling.
fn climbing() -> Vec<String> {
    let mut paths = Vec::new();
    for (folder, above) in FOLDERS.iter().flat_map(|folder| ABOVE.map(|above| (folder, above))) {
        for (slash, depth) in SLASHES.iter().flat_map(|slash| DEPTHS.map(|depth| (slash, depth))) {
            let start = format!("{folder}/{}", format!("{above}{slash}").repeat(depth));
            let files = FILES.iter().flat_map(|file| ENDS.map(|end| format!("{start}{file}{end}")));
            paths.extend(files);
        }
    }
    paths
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn no_spelling_of_a_path_leads_out_of_the_plan() {
    let project = watched();
    project.write("secret.txt", "SECRET");
    project.write("content/secret.yaml~", "SECRET");
    project.write("content/.hidden/secret.txt", "SECRET");
    project.write("themes/other/assets/secret.txt", "SECRET");
    let preview = Preview::start(&project);
    let root = project.path("secret.txt");
    let absolute = root.to_string_lossy();
    let mut paths: Vec<String> = [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/..%c0%afsecret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/assets/../../secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/scenarios/../../secret.txt",
        "/....//secret.txt",
        "/.%2e/secret.txt",
        "/secret.txt",
        "/%00/../secret.txt",
        "/secret.txt%00.html",
        "/book.toml",
        "/content/scenarios/late.yaml",
        "/themes/mine/styles/95-mine.css",
        "/.git/config",
        "/.twohats/",
        "/.twohats/manifest.json",
        "/secret.yaml~",
        "/.hidden/secret.txt",
        "/assets/secret.txt",
        "/%ff",
        "/%",
        "/%zz",
        "/etc/passwd",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/../../../../../../etc/passwd",
        "/file:///etc/passwd",
    ]
    .map(str::to_owned)
    .to_vec();
    paths.extend(climbing());
    paths.push(format!("/{absolute}"));
    paths.push(absolute.to_string());
    for path in &paths {
        let answer = get(preview.address(), path).expect("it is answered");
        assert!([404, 400].contains(&answer.status), "{path}: {}", answer.head);
        let text = answer.text();
        assert!(!text.contains("SECRET") && !text.contains("root:"), "{path} is served");
    }
    println!("tally: paths: {}", paths.len());
    // A path in other spellings is the same page.
    for path in [
        "/scenarios/late",
        "/scenarios/%6Cate.html",
        "/scenarios/late.html?a=../b#c",
        "//scenarios/late.html",
    ] {
        assert_eq!(get(preview.address(), path).expect("it is answered").status, 200, "{path}");
    }
    let folder = get(preview.address(), "/scenarios").expect("it is answered");
    assert_eq!(folder.status, 307);
    assert!(folder.head.to_lowercase().contains("\r\nlocation: scenarios/"), "{}", folder.head);
}
