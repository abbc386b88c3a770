using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The coherence of each firm, and their mean, in random tables with fixed margins.</summary>
internal sealed class CoherenceReplicates(HoldingsTable table, CoOccurrenceExpectation scale, CompetenceCoherenceOptions options)
    : IReplicateJob<ReplicateRows>
{
    public string Stage => "coherence of random firms";

    public int Replicates => options.Replicates;

    public int BlockSize => 32;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = table.Firms.Length + 1;
        double[] values = new double[range.Count * width];
        FixedMarginsTable random = new(table);
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Draw(options.Seed, range.First + k);
            double[] relatedness = scale.Scores(
                HoldingsTable.CoOccurrence(random.Held, table.Competences.Length, options.DiversifiedOnly));
            Span<double> row = values.AsSpan(k * width, width);
            for (int firm = 0; firm < table.Firms.Length; firm++)
            {
                row[firm] = SpanningTree.Coherence(
                    random.Held[firm], random.Weights[firm], relatedness, table.Competences.Length).AlongTree;
            }

            row[^1] = MeanOfKnown(row[..^1]);
        }

        return new ReplicateRows(width, values);
    }

    /// <summary>Gives the mean of the firms that have one.</summary>
    public static double MeanOfKnown(ReadOnlySpan<double> coherence)
    {
        double[] known = new double[coherence.Length];
        int count = 0;
        foreach (double value in coherence)
        {
            if (!double.IsNaN(value))
            {
                known[count++] = value;
            }
        }

        return Sums.Mean(known.AsSpan(0, count));
    }
}
