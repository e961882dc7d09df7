//! Who answers what, made a forest out of whatever the page says.

use crate::post::{Post, PostKind};
use std::collections::HashMap;

/// The posts of a page as a forest. Nodes are indexes into the page's posts.
#[derive(Debug)]
pub(super) struct Tree {
    /// For each post the one that stands for all with its id.
    kept: Vec<usize>,
    parent: Vec<Option<usize>>,
    /// Whether `parent` was told by the page, not assumed.
    told: Vec<bool>,
    root: Vec<usize>,
    /// Kept nodes, each after its parent.
    order: Vec<usize>,
    only_post: Option<usize>,
}

impl Tree {
    pub(super) fn of(posts: &[&Post]) -> Self {
        let (kept, by_id) = unique(posts);
        let nodes = || (0..posts.len()).filter(|node| kept[*node] == *node);
        let mut parent: Vec<Option<usize>> = posts
            .iter()
            .map(|post| by_id.get(post.parent.as_deref()?).copied())
            .collect();
        cut_circles(&mut parent, nodes());
        let told: Vec<bool> = parent.iter().map(Option::is_some).collect();

        let mut tops = nodes().filter(|node| posts[*node].kind == PostKind::Post);
        let only_post = match (tops.next(), tops.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        if let Some(top) = only_post.filter(|top| parent[*top].is_none()) {
            for node in nodes().filter(|node| *node != top && !told[*node]) {
                parent[node] = Some(top);
            }
        }
        let order = order(&parent, nodes());
        let mut root: Vec<usize> = (0..posts.len()).collect();
        for &node in &order {
            if let Some(parent) = parent[node] {
                root[node] = root[parent];
            }
        }
        Self {
            kept,
            parent,
            told,
            root,
            order,
            only_post,
        }
    }

    /// The post that stands for all with this one's id.
    pub(super) fn kept(&self, node: usize) -> usize {
        self.kept[node]
    }

    /// Under what a node hangs.
    pub(super) fn parent(&self, node: usize) -> Option<usize> {
        self.parent[node]
    }

    /// What a node answers as the page tells, if what it answers is there.
    pub(super) fn answered(&self, node: usize) -> Option<usize> {
        self.parent[node].filter(|_| self.told[node])
    }

    /// The top of a node's tree.
    pub(super) fn root(&self, node: usize) -> usize {
        self.root[node]
    }

    /// The one post of the page that is no comment.
    pub(super) const fn only_post(&self) -> Option<usize> {
        self.only_post
    }

    /// Every kept node, parents first.
    pub(super) fn top_down(&self) -> impl Iterator<Item = usize> + '_ {
        self.order.iter().copied()
    }

    /// Every kept node, children first.
    pub(super) fn bottom_up(&self) -> impl Iterator<Item = usize> + '_ {
        self.order.iter().rev().copied()
    }
}

/// One post for each id: the one that says most, whatever the order.
fn unique<'a>(posts: &[&'a Post]) -> (Vec<usize>, HashMap<&'a str, usize>) {
    let worth = |node: usize| {
        let post = &posts[node];
        (
            !post.deleted,
            post.text.len(),
            post.parent.is_some(),
            post.author.is_some(),
        )
    };
    let tie = |node: usize| {
        let post = &posts[node];
        (
            &post.text,
            &post.parent,
            &post.author,
            &post.name,
            &post.published,
        )
    };
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    for (node, post) in posts.iter().enumerate() {
        let best = by_id.entry(post.id.as_str()).or_insert(node);
        if (worth(node), tie(node)) > (worth(*best), tie(*best)) {
            *best = node;
        }
    }
    let kept = posts
        .iter()
        .enumerate()
        .map(|(node, post)| by_id.get(post.id.as_str()).copied().unwrap_or(node))
        .collect();
    (kept, by_id)
}

/// Takes the parent from every node that is its own ancestor.
fn cut_circles(parent: &mut [Option<usize>], nodes: impl Iterator<Item = usize>) {
    // 0: not visited; otherwise the number of the walk that visited it.
    let mut walk_of = vec![0_usize; parent.len()];
    for (walk, start) in nodes.enumerate() {
        let walk = walk + 1;
        let mut at = Some(start);
        while let Some(node) = at.filter(|node| walk_of[*node] == 0) {
            walk_of[node] = walk;
            at = parent[node];
        }
        if let Some(met) = at.filter(|node| walk_of[*node] == walk) {
            let mut node = met;
            while let Some(next) = parent[node].take() {
                node = next;
            }
        }
    }
}

/// The nodes in an order in which each comes after its parent. `parent` has no
/// circles.
fn order(parent: &[Option<usize>], nodes: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); parent.len()];
    let mut order = Vec::new();
    for node in nodes {
        match parent[node] {
            Some(parent) => children[parent].push(node),
            None => order.push(node),
        }
    }
    let mut next = 0;
    while let Some(node) = order.get(next).copied() {
        order.append(&mut children[node]);
        next += 1;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(id: &str, parent: Option<&str>) -> Post {
        Post {
            id: id.into(),
            parent: parent.map(Into::into),
            kind: if id == "top" {
                PostKind::Post
            } else {
                PostKind::Comment
            },
            ..Post::default()
        }
    }

    fn tree(posts: &[Post]) -> Tree {
        Tree::of(&posts.iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_comment_whose_parent_is_not_there_hangs_under_the_only_post_but_answers_nobody() {
        let tree = tree(&[post("a", Some("gone")), post("top", None)]);
        assert_eq!((tree.parent(0), tree.answered(0)), (Some(1), None));
    }

    #[test]
    fn circles_are_cut_and_what_hangs_on_them_stays() {
        let tree = tree(&[
            post("a", Some("b")),
            post("b", Some("a")),
            post("c", Some("a")),
            post("self", Some("self")),
        ]);
        let parents: Vec<_> = (0..4).map(|node| tree.parent(node)).collect();
        assert_eq!(parents, [None, None, Some(0), None]);
        assert_eq!(tree.top_down().count(), 4);
    }

    #[test]
    fn a_chain_of_ten_thousand_is_no_problem() {
        let posts: Vec<Post> = (0..10_000)
            .map(|at| post(&at.to_string(), Some(&(at + 1).to_string())))
            .collect();
        let tree = tree(&posts);
        assert_eq!(tree.root(0), 9_999);
    }
}
