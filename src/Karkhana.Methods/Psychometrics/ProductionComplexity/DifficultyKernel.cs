using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Points of processes from experts, who may be drawn again with replacement.</summary>
internal sealed class DifficultyKernel : IReplicateJob<ReplicateRows>
{
    private readonly RaterTable _points;
    private readonly int[][] _rows;
    private readonly ProductionComplexityOptions _options;
    private readonly double[] _whole;

    public DifficultyKernel(ProductionProcesses input, ProductionComplexityOptions options)
    {
        (_points, _options) = (input.Points, options);
        Processes = [.. input.Processes.Distinct(StringComparer.Ordinal)];
        _rows = [.. Processes.Select(process => Enumerable.Range(0, input.Processes.Count)
            .Where(row => string.Equals(input.Processes[row], process, StringComparison.Ordinal)).ToArray())];
        int[] all = [.. Enumerable.Range(0, input.Points.Raters.Count)];
        _whole = [.. _rows.Select(rows => Points(rows, all))];
    }

    public string[] Processes { get; }

    public string Stage => "bootstrap of difficulty points";

    public int Replicates => _options.Replicates;

    public int BlockSize => 32;

    public ProcessDifficulty[] Difficulties() => [.. Processes.Select((process, p) =>
    {
        double[] given = [.. _rows[p].SelectMany(row => _points.Ratings.Select(expert => expert[row])).Where(point => !double.IsNaN(point))];
        return new ProcessDifficulty(
            process, _whole[p], _rows[p].Min(row => _points.Ratings.Count(expert => !double.IsNaN(expert[row]))),
            given.DefaultIfEmpty(double.NaN).Min(), given.DefaultIfEmpty(double.NaN).Max());
    })];

    /// <summary>Gives a row per replicate: the points of all processes by experts drawn with replacement.</summary>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * Processes.Length];
        int[] experts = new int[_points.Raters.Count];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RandomStream stream = new(_options.Seed, RandomPurpose.Bootstrap, range.First + k, substream: 1);
            for (int e = 0; e < experts.Length; e++)
            {
                experts[e] = stream.NextInt(experts.Length);
            }

            for (int p = 0; p < Processes.Length; p++)
            {
                // A process that none of the drawn experts judged keeps the points of all.
                double points = Points(_rows[p], experts);
                values[(k * Processes.Length) + p] = double.IsNaN(points) ? _whole[p] : points;
            }
        }

        return new ReplicateRows(Processes.Length, values);
    }

    private double Points(int[] rows, int[] experts)
    {
        double sum = 0;
        foreach (int row in rows)
        {
            sum += Quantiles.Median(experts.Select(expert => _points.Ratings[expert][row]));
        }

        return sum / rows.Length;
    }
}
