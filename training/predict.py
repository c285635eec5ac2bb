"""Plain decoding and assembly, to watch the training's progress on held-out articles.

The product's own assembly (`crates/quotes`) does more; `hearsay eval` measures that.
"""

import torch

from corpus import by_role, collate, link_scores, spans_of


def best_paths(emit, trans, init, lengths):
    """Viterbi over emit [B,T,L]: the best label list of each chunk."""
    best, back, paths = [emit[:, 0] + init], [], []
    for t in range(1, emit.shape[1]):
        options = best[-1][:, :, None] + trans[None]
        back.append(options.argmax(1))
        best.append(options.max(1) + emit[:, t])
    for i, n in enumerate(map(int, lengths)):
        path = [int(best[n - 1][i].argmax())]
        for t in range(n - 2, -1, -1):
            path.append(int(back[t][i, path[-1]]))
        paths.append(path[::-1])
    return paths


def assemble(chunk, spans, cue_scores, source_scores):
    """Quotes of one chunk: contents under one cue join, a content without a cue stands alone."""
    article, start, _ = chunk
    offsets = lambda span: [article.starts[start + span[1]], article.ends[start + span[2]]]
    contents, sources, cues = by_role(spans)
    groups, quotes = {}, []
    for i, content in enumerate(contents):
        cue = int(cue_scores[i, : len(cues) + 1].argmax()) - 1
        groups.setdefault((cue, None) if cue >= 0 else (cue, i), []).append(content)
    for (cue, _), members in groups.items():
        source = int(source_scores[cue, : len(sources) + 1].argmax()) - 1 if cue >= 0 else -1
        quotes.append(
            {
                "content": [offsets(content) for content in members],
                "cue": [offsets(cues[cue])] if cue >= 0 else [],
                "source": [offsets(sources[source])] if source >= 0 else [],
            }
        )
    return quotes


@torch.no_grad()
def predict(model, articles, batch_tokens=8192):
    """Quotes per article id."""
    model.eval()
    trans, init = (scores.numpy() for scores in model.crf())
    todo = sorted((chunk for article in articles for chunk in article.chunks), key=lambda c: c[1] - c[2])
    out = {article.id: [] for article in articles}
    while todo:
        size = max(1, batch_tokens // (todo[0][2] - todo[0][1]))
        group, todo = todo[:size], todo[size:]
        batch = collate(group)
        hidden, emit = model(batch)
        spans = [spans_of(path) for path in best_paths(emit.numpy(), trans, init, batch["lengths"])]
        for chunk, *found in zip(group, spans, *link_scores(model, hidden, batch, spans)):
            out[chunk[0].id] += assemble(chunk, *found)
    return {key: sorted(quotes, key=lambda quote: quote["content"][0]) for key, quotes in out.items()}
