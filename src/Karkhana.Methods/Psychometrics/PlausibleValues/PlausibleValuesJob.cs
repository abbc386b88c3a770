using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Draws the values of respondents, a block at a time.</summary>
/// <remarks>A row holds the posterior mean and standard deviation, then the draws. Draw m of respondent i is read at the
/// address (seed, m, i): neither workers nor the other respondents change it.</remarks>
/// <param name="responses">The answers.</param>
/// <param name="likelihood">The likelihood under known or drawn parameters.</param>
/// <param name="prior">The prior.</param>
/// <param name="seed">The seed.</param>
/// <param name="draws">The draws to take.</param>
internal sealed class PlausibleValuesJob(
    CategoryResponses responses, GridLikelihood likelihood, LatentPrior prior, ulong seed, ReplicateRange draws)
    : IReplicateJob<ReplicateRows>
{
    public const int First = 2; // where the draws begin in a row

    public string Stage => "drawing plausible values";

    public int Replicates => responses.Respondents;

    // A block must outweigh the joining of its rows, and there must be enough blocks to share.
    public int BlockSize => Math.Max(64, (responses.Respondents + 15) / 16);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = First + draws.Count;
        double[] rows = new double[width * range.Count];
        double[] room = new double[prior.Grid.Count];
        double[] weights = new double[prior.Grid.Count];
        PosteriorSampler sampler = new(prior.Grid);
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int respondent = range.First + i;
            Span<double> row = rows.AsSpan(width * i, width);
            likelihood.Fill(responses.Row(respondent), room);
            GridLikelihood.Posterior(room, prior.Weights(respondent, weights));
            sampler.Take(room);
            (row[0], row[1]) = (sampler.Mean, Math.Sqrt(sampler.Variance));
            for (int draw = 0; draw < draws.Count; draw++)
            {
                RandomStream stream = new(seed, RandomPurpose.PlausibleValues, draws.First + draw, respondent);
                row[First + draw] = sampler.Quantile(stream.NextDouble());
            }
        }

        return new ReplicateRows(width, rows);
    }
}
