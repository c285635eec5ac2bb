//! Owns paths inside archives: what a reference in one file means as the name of another. They are only looked up, never
//! opened or written on any disk.

/// The path that `reference`, without its fragment, means in a file of `folder`; a slash at its start means the root of the
/// archive, and no number of `..` leads out of it.
pub(crate) fn resolve(folder: &str, reference: &str) -> String {
    let reference = reference.split(['#', '?']).next().unwrap_or_default();
    let (folder, reference) = match reference.strip_prefix('/') {
        Some(rooted) => ("", rooted),
        None => (folder, reference),
    };
    let mut path: Vec<&str> = Vec::new();
    let reference = decode(reference);
    for piece in folder.split('/').chain(reference.split(['/', '\\'])) {
        match piece {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            piece => path.push(piece),
        }
    }
    path.join("/")
}

/// `text` with its percent-encoded bytes as characters.
pub(crate) fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.first_chunk::<2>().filter(|_| *first == b'%');
        let value = digits
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(value.unwrap_or(*first));
        rest = if value.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
