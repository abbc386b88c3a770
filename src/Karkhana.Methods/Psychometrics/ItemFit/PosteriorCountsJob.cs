using Karkhana.Core.Execution;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Adds each respondent's posterior to the counts of the answers given.</summary>
internal sealed class PosteriorCountsJob(ModelledResponses modelled) : IReplicateJob<ReplicateSums>
{
    private readonly GridLikelihood _likelihood = GridLikelihood.Of(modelled.Model, modelled.Parameters, modelled.Grid);

    public string Stage => "weighing answers";

    public int Replicates => modelled.Responses.Respondents;

    public int BlockSize => Math.Max(64, (Replicates + 63) / 64);

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int nodes = modelled.Grid.Count;
        int width = modelled.MostCategories * nodes;
        double[] sums = new double[modelled.Items * width];
        double[] posterior = new double[nodes];
        for (int row = range.First; row < range.End; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<sbyte> answers = modelled.Responses.Row(row);
            _likelihood.Fill(answers, posterior);
            _likelihood.Posterior(posterior);
            for (int item = 0; item < answers.Length; item++)
            {
                if (answers[item] != CategoryResponses.Missing)
                {
                    Add(posterior, sums.AsSpan((item * width) + (answers[item] * nodes), nodes));
                }
            }
        }

        return new ReplicateSums(sums);
    }

    private static void Add(double[] posterior, Span<double> sums)
    {
        for (int q = 0; q < sums.Length; q++)
        {
            sums[q] += posterior[q];
        }
    }
}
