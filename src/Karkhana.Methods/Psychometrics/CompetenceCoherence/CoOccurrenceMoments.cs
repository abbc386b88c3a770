using Karkhana.Core.Execution;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Sums and sums of squares of the co-occurrence in random tables with fixed margins.</summary>
internal sealed class CoOccurrenceMoments(HoldingsTable table, CompetenceCoherenceOptions options) : IReplicateJob<ReplicateSums>
{
    public string Stage => "expected co-occurrence";

    public int Replicates => options.Replicates;

    public int BlockSize => 32;

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int competences = table.Competences.Length;
        double[] sums = new double[2 * competences * competences];
        FixedMarginsTable random = new(table);
        for (int replicate = range.First; replicate < range.End; replicate++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Draw(options.Seed, replicate);
            double[] counts = HoldingsTable.CoOccurrence(random.Held, competences, options.DiversifiedOnly);
            for (int cell = 0; cell < counts.Length; cell++)
            {
                sums[cell] += counts[cell];
                sums[counts.Length + cell] += counts[cell] * counts[cell];
            }
        }

        return new ReplicateSums(sums);
    }
}
