"""What training minimises: the CRF's negative log-likelihood and the cross-entropy of the links."""

import torch
import torch.nn.functional as F

from corpus import IGNORE, gold_links, link_scores, pad


class CrfLoss(torch.autograd.Function):
    """Negative log-likelihood of a linear-chain CRF, summed over the batch, with its gradient computed directly.

    The gradient is expected counts minus gold counts, and the expectations fall out of one forward-backward pass. The pass runs in
    probability space: each step is divided by its sum, whose logarithms add up to log Z, so nothing under- or overflows.
    """

    @staticmethod
    def forward(ctx, emit, trans, init, gold, gold_moves, lengths):
        """emit [B,T,L], trans [L,L], init [L], gold [B,T,L] and gold_moves [L,L]: how often each label and each pair of labels is
        wanted, a probability where a teacher has its doubts; lengths [B]."""
        B, T, L = emit.shape
        mask = torch.arange(T)[None] < lengths[:, None]
        top, trans_top, init_top = emit.max(-1, keepdim=True).values, trans.max(), init.max()
        E = torch.where(mask[..., None], (emit - top).exp(), torch.ones_like(emit)).transpose(0, 1).contiguous()
        X, live = (trans - trans_top).exp(), mask.t().float()[..., None]
        alpha, beta, z = torch.empty(T, B, L), torch.ones(T, B, L), torch.ones(T, B, 1)
        alpha[0] = E[0] * (init - init_top).exp()
        z[0] = alpha[0].sum(-1, keepdim=True)
        alpha[0] /= z[0]
        for t in range(1, T):
            step = (alpha[t - 1] @ X) * E[t]
            total = step.sum(-1, keepdim=True)
            # Padding: factor one, state unchanged.
            z[t] = torch.lerp(z[t], total, live[t])
            alpha[t] = torch.lerp(alpha[t - 1], step / total, live[t])
        for t in range(T - 1, 0, -1):
            beta[t - 1] = torch.lerp(beta[t], (E[t] * beta[t]) @ X.t() / z[t], live[t])
        log_z = z.log().sum((0, 2)) + (top.squeeze(-1) * mask).sum(1) + init_top + trans_top * (lengths - 1)
        marginal = alpha * beta
        marginal /= marginal.sum(-1, keepdim=True)
        moves = torch.einsum("tbi,tbj->ij", alpha[:-1], E[1:] * beta[1:] / z[1:] * live[1:]) * X
        ctx.save_for_backward(
            marginal.transpose(0, 1) * mask[..., None] - gold,
            moves - gold_moves,
            marginal[0].sum(0) - gold[:, 0].sum(0),
        )
        return log_z.sum() - (emit * gold).sum() - (trans * gold_moves).sum() - (init * gold[:, 0]).sum()

    @staticmethod
    def backward(ctx, grad):
        return *(saved * grad for saved in ctx.saved_tensors), None, None, None


def tag_loss(model, emit, batch, chunks=(), share=0.0):
    """How far the model is from the gold labels, of which `share` is replaced by what a teacher thinks."""
    gold = F.one_hot(batch["labels"], emit.shape[-1]).float() * batch["mask"][..., None]
    moves = torch.einsum("bti,btj->ij", gold[:, :-1], gold[:, 1:])
    if share:
        soft, soft_moves = torch.zeros_like(gold), torch.zeros_like(moves)
        for i, (article, start, end) in enumerate(chunks):
            unary, pairs, _ = article.soft
            soft[i, : end - start] = torch.from_numpy(unary[start:end]).float()
            soft_moves += torch.from_numpy(pairs[start + 1 : end].astype("f4").sum(0))
        gold, moves = torch.lerp(gold, soft, share), torch.lerp(moves, soft_moves, share)
    return CrfLoss.apply(emit, *model.crf(), gold, moves, batch["lengths"])


def link_loss(model, hidden, batch, chunks, share=0.0):
    """How far the links of the gold spans are from the gold links, of which `share` is replaced by what a teacher thinks."""
    spans, *gold = zip(*[gold_links(*chunk) for chunk in chunks])
    total = 0
    for nth, (score, parents) in enumerate(zip(link_scores(model, hidden, batch, spans), gold)):
        wanted = pad(parents, IGNORE).flatten()
        rows = score.flatten(0, 1)
        hard = F.cross_entropy(rows, wanted, ignore_index=IGNORE, reduction="sum")
        if not share:
            total += hard
            continue
        target = torch.zeros_like(score)
        for i, (article, start, end) in enumerate(chunks):
            probabilities = torch.from_numpy(article.soft[2][start, end][nth].astype("f4"))
            target[i, : probabilities.shape[0], : probabilities.shape[1]] = probabilities
        kept = (wanted != IGNORE).float()
        soft = -((target.flatten(0, 1) * rows.log_softmax(-1)).sum(-1) * kept).sum()
        total += (1 - share) * hard + share * soft
    return total
