//! A web server of this machine, set up by the guide: what stands round its lines here is what a system brings along.

use std::fs::{self, File, Permissions};
use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;
use testkit::other_programs::web_server;

use crate::guide::block;
use crate::site::{Mount, Site};

/// Where the guide says that the site lies, and how it is called there.
const FOLDER: &str = "/srv/playbook";

/// How a server is set up, started and ended.
pub struct Program {
    /// The name of the program, and of its blocks in the guide.
    pub name: &'static str,
    block: &'static str,
    /// Whether it hands files out as a user of its own.
    pub has_own_user: bool,
    /// A whole configuration of the guide's lines, for a folder of its own and a port.
    whole: fn(&Lines<'_>) -> String,
    start: fn(&Path) -> Vec<String>,
    stop: fn(&Path) -> Vec<String>,
}

/// The guide's lines for a place, with the folder and the port of this test.
struct Lines<'a> {
    text: String,
    mount: Mount,
    port: u16,
    own: &'a Path,
}

pub static PROGRAMS: [Program; 3] = [
    Program {
        name: "nginx",
        block: "nginx",
        has_own_user: true,
        whole: nginx,
        start: |file| words(&["-c", &file.to_string_lossy()]),
        stop: |file| words(&["-c", &file.to_string_lossy(), "-s", "stop"]),
    },
    Program {
        name: "apache2",
        block: "apache",
        has_own_user: true,
        whole: apache,
        start: |file| words(&["-f", &file.to_string_lossy(), "-k", "start"]),
        stop: |file| words(&["-f", &file.to_string_lossy(), "-k", "stop"]),
    },
    Program {
        name: "caddy",
        block: "caddy",
        has_own_user: false,
        whole: caddy,
        start: |file| {
            words(&["start", "--adapter", "caddyfile", "--config", &file.to_string_lossy()])
        },
        stop: |file| {
            words(&["stop", "--adapter", "caddyfile", "--config", &file.to_string_lossy()])
        },
    },
];

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn nginx(lines: &Lines<'_>) -> String {
    let Lines { text, mount, port, own } = lines;
    let own = own.display();
    let text = text.replace("listen 80;", &format!("listen 127.0.0.1:{port};"));
    let inside = match mount {
        Mount::Root => text,
        Mount::Path => {
            let whole = block("nginx", Mount::Root.place());
            let (map, _) = whole.split_once("server {").expect("the map stands before the server");
            format!("{map}\nserver {{\nlisten 127.0.0.1:{port};\nroot {own}/other;\n{text}\n}}\n")
        }
    };
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {own}/{kind};\n"))
        .concat();
    format!(
        "pid {own}/pid;\nerror_log {own}/log;\nevents {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\n\
         access_log off;\n{folders}{inside}\n}}\n"
    )
}

fn apache(lines: &Lines<'_>) -> String {
    let Lines { text, mount, port, own } = lines;
    let own = own.display();
    let inside = match mount {
        Mount::Root => text.replace("*:80", &format!("127.0.0.1:{port}")),
        Mount::Path => format!("<VirtualHost 127.0.0.1:{port}>\n{text}\n</VirtualHost>\n"),
    };
    let modules: String = ["mpm_event", "authz_core", "dir", "mime", "alias", "headers"]
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .concat();
    format!(
        "{modules}ServerRoot {own}\nServerName localhost\nDefaultRuntimeDir {own}\nPidFile {own}/pid\n\
         ErrorLog {own}/log\nUser www-data\nGroup www-data\nTypesConfig /etc/mime.types\nListen 127.0.0.1:{port}\n\
         <Directory />\nRequire all denied\nAllowOverride None\n</Directory>\n{inside}"
    )
}

fn caddy(lines: &Lines<'_>) -> String {
    let Lines { text, mount, port, own } = lines;
    let own = own.display();
    let here = format!("http://127.0.0.1:{port} {{");
    let inside = match mount {
        Mount::Root => text.replace("playbook.example.org {", &here),
        Mount::Path => format!("{here}\n{text}\n}}\n"),
    };
    format!("{{\nadmin unix/{own}/admin.sock\nstorage file_system {own}\n}}\n{inside}\n")
}

/// A server that runs until the test ends.
pub struct Server {
    program: &'static Program,
    pub host: SocketAddr,
    mount: Mount,
    own: TempDir,
}

impl Server {
    #[track_caller]
    pub fn start(program: &'static Program, site: &Site) -> Self {
        let own = TempDir::with_prefix("twohats-server-").expect("a folder for the test");
        fs::set_permissions(own.path(), Permissions::from_mode(0o755)).expect("it is ours");
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let host = free.expect("a port is free");
        let text = block(program.block, site.mount.place());
        assert!(text.contains(FOLDER), "{text}");
        let text = text.replace(FOLDER, &site.folder.to_string_lossy());
        let lines = Lines { text, mount: site.mount, port: host.port(), own: own.path() };
        fs::write(own.path().join("configuration"), (program.whole)(&lines))
            .expect("it is written");
        let server = Self { program, host, mount: site.mount, own };
        // It listens when the command has ended.
        let log = server.run(program.start);
        assert!(log.is_ok(), "{} does not start: {log:?}", program.name);
        server
    }

    /// The whole address of a path of the site.
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.host, self.mount.path())
    }

    fn run(&self, words: fn(&Path) -> Vec<String>) -> Result<(), String> {
        let own = self.own.path();
        let program = web_server(self.program.name).ok_or("it is not on this machine")?;
        let log = File::create(own.join("said")).map_err(|error| error.to_string())?;
        let status = Command::new(program)
            .args(words(&own.join("configuration")))
            .env("HOME", own)
            .current_dir(own)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .status()
            .map_err(|error| error.to_string())?;
        if status.success() {
            return Ok(());
        }
        let said =
            ["said", "log"].map(|name| fs::read_to_string(own.join(name)).unwrap_or_default());
        Err(said.concat())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.run(self.program.stop);
    }
}
