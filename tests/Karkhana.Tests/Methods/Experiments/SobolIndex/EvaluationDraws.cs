using CsCheck;
using Karkhana.Methods.Experiments;

namespace Karkhana.Tests.Methods.Experiments;

/// <summary>Values by block and base point, and Sobol indices straight from their definitions.</summary>
internal sealed record EvaluationDraws(double[] A, double[] B, double[][] MixedA, double[][] MixedB)
{
    public static readonly Gen<EvaluationDraws> All =
        from inputs in Gen.Int[1, 4]
        from points in Gen.Int[8, 20]
        from second in Gen.Bool
        from blocks in Values(points).Array[2 + ((second ? 2 : 1) * inputs)]
        select new EvaluationDraws(blocks[0], blocks[1], blocks[2..(2 + inputs)], blocks[(2 + inputs)..]);

    public static readonly Gen<SobolIndexOptions> Options =
        from estimator in Gen.Enum<SobolEstimator>()
        from variance in Gen.Enum<SobolVariance>()
        from centred in Gen.Bool
        select new SobolIndexOptions { Estimator = estimator, Variance = variance, Centred = centred };

    public SobolEvaluations Evaluations => Of(row => row);

    /// <summary>Gives evaluations with rows in another order.</summary>
    public SobolEvaluations Of(Func<int, int> place)
    {
        (string Block, double[] Values)[] blocks =
        [
            ("A", A), ("B", B),
            .. MixedA.Select((values, input) => ($"AB{input + 1}", values)),
            .. MixedB.Select((values, input) => ($"BA{input + 1}", values)),
        ];
        (string Point, string Block, double Value)[] rows =
            [.. blocks.SelectMany(block => block.Values.Select((value, point) => ($"{point}", block.Block, value)))];
        int[] order = [.. Enumerable.Range(0, rows.Length).OrderBy(place)];
        return SobolEvaluations.Of([.. order.Select(row => rows[row].Point)], [.. order.Select(row => rows[row].Block)], [.. order.Select(row => rows[row].Value)]);
    }

    public EvaluationDraws Taking(int[] points) => new(
        Take(A, points), Take(B, points), [.. MixedA.Select(values => Take(values, points))], [.. MixedB.Select(values => Take(values, points))]);

    public EvaluationDraws Map(Func<double, double> change) => new(
        [.. A.Select(change)], [.. B.Select(change)], [.. MixedA.Select(values => values.Select(change).ToArray())], [.. MixedB.Select(values => values.Select(change).ToArray())]);

    /// <summary>Gives first orders, totals and pairs by the formulas of the catalogue.</summary>
    public double[] Indices(SobolIndexOptions options)
    {
        double mean = options.Centred ? new[] { A, B }.Concat(MixedA).Concat(MixedB).SelectMany(values => values).Average() : 0;
        EvaluationDraws y = Map(value => value - mean);
        double n = A.Length;
        bool sample = options.Variance == SobolVariance.Sample;
        double[] both = [.. y.A, .. y.B];
        double variance = sample ? Squares(y.A) / (n - 1) : Squares(both) / both.Length;
        double Product(double[] left, double[] right) => left.Zip(right, (l, r) => l * r).Sum() / (sample ? n - 1 : n);
        double Square(double[] left, double[] right) => left.Zip(right, (l, r) => (l - r) * (l - r)).Sum() / (sample ? (2 * n) - 1 : 2 * n);
        double[] Less(double[] left, double[] right) => [.. left.Zip(right, (l, r) => l - r)];
        double[] first = [.. y.MixedA.Select(m => options.Estimator switch
        {
            SobolEstimator.Jansen => 1 - (Square(y.B, m) / variance),
            SobolEstimator.Martinez => Correlation(y.B, m),
            _ => Product(y.B, Less(m, y.A)) / variance,
        })];
        double[] total = [.. y.MixedA.Select(m => options.Estimator switch
        {
            SobolEstimator.Homma => 1 - ((y.A.Zip(m, (l, r) => l * r).Average() - (y.A.Average() * y.A.Average())) / variance),
            SobolEstimator.Saltelli2007 => Product(y.A, Less(y.A, m)) / variance,
            SobolEstimator.Martinez => 1 - Correlation(y.A, m),
            _ => Square(y.A, m) / variance,
        })];
        IEnumerable<double> pairs = Enumerable.Range(0, MixedB.Length).SelectMany(i => Enumerable.Range(i + 1, MixedB.Length - i - 1).Select(j =>
            (y.MixedB[i].Zip(y.MixedA[j], (l, r) => l * r).Zip(y.A.Zip(y.B, (l, r) => l * r), (l, r) => l - r).Average() / variance) - first[i] - first[j]));
        return [.. first, .. total, .. pairs];
    }

    // All different, so that no half, rest or sample of a block is without variance.
    private static Gen<double[]> Values(int points) =>
        Gen.Int[-3000, 5000].Select(value => value / 1000.0).Array[points].Where(values => values.Distinct().Count() == points);

    private static double[] Take(double[] values, int[] points) => [.. points.Select(point => values[point])];

    private static double Squares(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }

    private static double Correlation(double[] left, double[] right)
    {
        (double l, double r) = (left.Average(), right.Average());
        return left.Zip(right, (x, y) => (x - l) * (y - r)).Sum() / Math.Sqrt(Squares(left) * Squares(right));
    }
}
