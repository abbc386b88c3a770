using Karkhana.Core.Execution;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Scores respondents, a block at a time.</summary>
/// <remarks>A row holds score, standard error and ln of the marginal likelihood.</remarks>
internal sealed class ItemResponseScoreJob(
    CategoryResponses responses, ItemParameters items, LatentPrior prior, ItemResponseScoreOptions options)
    : IReplicateJob<ReplicateRows>
{
    public const int Width = 3;

    private readonly GridLikelihood _likelihood = GridLikelihood.Of(options.Model, items, prior.Grid);

    public string Stage => "scoring respondents";

    public int Replicates => responses.Respondents;

    // A block must outweigh the joining of its rows, and there must be enough blocks to share.
    public int BlockSize => Math.Max(64, (responses.Respondents + 31) / 32);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[Width * range.Count];
        double[] room = new double[prior.Grid.Count];
        double[] weights = new double[prior.Grid.Count];
        ModeSearch search = new(options.Model, items);
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int respondent = range.First + i;
            ReadOnlySpan<double> density = prior.Weights(respondent, weights);
            _likelihood.Fill(responses.Row(respondent), room);
            Span<double> row = rows.AsSpan(Width * i, Width);
            (row[0], row[1], row[2]) = options.Method == ScoreMethod.Eap
                ? Mean(room, density)
                : Mode(search, respondent, room, density);
        }

        return new ReplicateRows(Width, rows);
    }

    private (double Score, double StandardError, double LogMarginal) Mean(Span<double> room, ReadOnlySpan<double> weights)
    {
        double marginal = GridLikelihood.Posterior(room, weights);
        (double mean, double variance) = prior.Grid.Moments(room);
        return (mean, Math.Sqrt(variance), marginal);
    }

    private (double Score, double StandardError, double LogMarginal) Mode(
        ModeSearch search, int respondent, Span<double> room, ReadOnlySpan<double> weights)
    {
        ReadOnlySpan<sbyte> answers = responses.Row(respondent);
        double start = Start(room, options.Method == ScoreMethod.Map ? weights : []);
        (double score, double error) = options.Method switch
        {
            ScoreMethod.Map => search.Map(answers, start, prior.Mean(respondent), prior.Variance),
            ScoreMethod.Ml => search.Ml(answers, start),
            _ => search.Wle(answers, start),
        };
        return (score, error, double.NaN);
    }

    // The best node starts the search, so that of several modes the greatest is found; a parabola through it and its
    // neighbours takes the start most of the way.
    private double Start(Span<double> logLikelihood, ReadOnlySpan<double> weights)
    {
        int best = 0;
        for (int q = 0; q < logLikelihood.Length; q++)
        {
            logLikelihood[q] += weights.IsEmpty ? 0 : Math.Log(weights[q]);
            best = logLikelihood[q] > logLikelihood[best] ? q : best;
        }

        LatentGrid grid = prior.Grid;
        if (best == 0 || best == grid.Count - 1)
        {
            return grid.Nodes[best];
        }

        double rise = logLikelihood[best + 1] - logLikelihood[best - 1];
        double bend = logLikelihood[best + 1] - (2 * logLikelihood[best]) + logLikelihood[best - 1];
        double share = bend < 0 ? Math.Clamp(-rise / (2 * bend), -0.5, 0.5) : 0;
        return grid.Nodes[best] + (share * (grid.Nodes[best + 1] - grid.Nodes[best]));
    }
}
