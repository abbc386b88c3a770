using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Rank correlation and difference between terciles of firms drawn again; two numbers per type and draw.</summary>
internal sealed class PerformanceBootstrap(JointActionPerformanceInput input, JointActionPerformanceOptions options) : IReplicateJob<ReplicateRows>
{
    /// <summary>What is drawn of each type, in this order.</summary>
    public const int Correlation = 0;
    public const int Difference = 1;
    public const int FirstTercile = 2;
    public const int Columns = FirstTercile + Terciles.Count;

    public string Stage => "bootstrap of joint action and performance";

    public int Replicates => options.Replicates;

    public int BlockSize => 32;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = Columns * input.Types.Count;
        double[] rows = new double[range.Count * width];
        int[] drawn = new int[input.Performance.Count];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RandomStream stream = new(options.Seed, RandomPurpose.Bootstrap, range.First + k);
            for (int firm = 0; firm < drawn.Length; firm++)
            {
                drawn[firm] = stream.NextInt(drawn.Length);
            }

            double[] performance = [.. drawn.Select(firm => input.Performance[firm])];
            int[] terciles = Terciles.Of(performance);
            for (int type = 0; type < input.Types.Count; type++)
            {
                double[] changes = [.. drawn.Select(firm => input.Changes[type][firm])];
                Span<double> row = rows.AsSpan((k * width) + (Columns * type), Columns);
                row[Correlation] = RankCorrelation.Spearman(changes, performance);
                for (int third = 0; third < Terciles.Count; third++)
                {
                    row[FirstTercile + third] = Terciles.Mean(changes, terciles, third).Mean;
                }

                row[Difference] = row[FirstTercile + Terciles.High] - row[FirstTercile + Terciles.Low];
            }
        }

        return new ReplicateRows(width, rows);
    }
}
