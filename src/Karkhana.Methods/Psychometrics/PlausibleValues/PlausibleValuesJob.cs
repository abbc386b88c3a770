using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Draws the values of respondents, a block at a time.</summary>
/// <remarks>A row holds the posterior mean and standard deviation at the estimated parameters, then the draws. Draw m of
/// respondent i is read at the address (seed, m, i): neither workers nor the other respondents change it.</remarks>
internal sealed class PlausibleValuesJob(
    CategoryResponses responses, GridLikelihood likelihood, GridLikelihood[] drawn, LatentPrior prior, PlausibleValuesOptions options)
    : IReplicateJob<ReplicateRows>
{
    public const int First = 2; // where the draws begin in a row

    public string Stage => "drawing plausible values";

    public int Replicates => responses.Respondents;

    // A block must outweigh the joining of its rows, and there must be enough blocks to share.
    public int BlockSize => Math.Max(64, (responses.Respondents + 15) / 16);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = First + options.Draws;
        double[] rows = new double[width * range.Count];
        double[] room = new double[prior.Grid.Count];
        double[] weights = new double[prior.Grid.Count];
        PosteriorSampler sampler = new(prior.Grid);
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int respondent = range.First + i;
            ReadOnlySpan<double> density = prior.Weights(respondent, weights);
            Span<double> row = rows.AsSpan(width * i, width);
            Take(sampler, likelihood, respondent, room, density);
            (row[0], row[1]) = (sampler.Mean, Math.Sqrt(sampler.Variance));
            for (int draw = 0; draw < options.Draws; draw++)
            {
                if (drawn.Length > 0)
                {
                    Take(sampler, drawn[draw], respondent, room, density);
                }

                RandomStream stream = new(options.Seed, RandomPurpose.PlausibleValues, draw, respondent);
                row[First + draw] = sampler.Quantile(stream.NextDouble());
            }
        }

        return new ReplicateRows(width, rows);
    }

    private void Take(
        PosteriorSampler sampler, GridLikelihood given, int respondent, Span<double> room, ReadOnlySpan<double> density)
    {
        given.Fill(responses.Row(respondent), room);
        GridLikelihood.Posterior(room, density);
        sampler.Take(room);
    }
}
