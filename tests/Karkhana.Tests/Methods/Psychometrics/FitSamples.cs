using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Tests.Methods.Psychometrics;

/// <summary>Items, curves, patterns and answers for the tests of fit, by the plain formulas.</summary>
internal static class FitSamples
{
    /// <summary>Gets three to five items with two categories.</summary>
    public static Gen<ItemParameters> Binary { get; } =
        from count in Gen.Int[3, 5]
        from slopes in Gen.Double[0.5, 2].Array[count]
        from steps in Gen.Double[-1.5, 1.5].Array[count]
        select Parameters(slopes, [.. steps.Select(step => new[] { step })]);

    /// <summary>Gets three or four items with three categories.</summary>
    public static Gen<ItemParameters> Graded { get; } =
        from count in Gen.Int[3, 4]
        from slopes in Gen.Double[0.5, 2].Array[count]
        from steps in Gen.Double[-1.5, 0].Array[count]
        from gaps in Gen.Double[0.2, 1.5].Array[count]
        select Parameters(slopes, [.. steps.Select((step, item) => new[] { step, step + gaps[item] })]);

    public static ItemParameters Parameters(double[] slopes, double[][] thresholds) =>
        new([.. slopes.Select((_, item) => $"i{item + 1}")], slopes, thresholds, new double[slopes.Length]);

    public static double[] Probabilities(ItemModel model, ItemParameters items, int item, double theta)
    {
        double[] steps = items.Thresholds[item];
        double[] x = [.. steps.Select(step => items.Slopes[item] * (theta - step))];
        if (model is ItemModel.PartialCredit or ItemModel.GeneralisedPartialCredit)
        {
            double[] weights = [.. Enumerable.Range(0, steps.Length + 1).Select(c => Math.Exp(x.Take(c).Sum()))];
            return [.. weights.Select(weight => weight / weights.Sum())];
        }

        double guessing = items.Guessing[item];
        double[] reached = [1, .. x.Select(value => guessing + ((1 - guessing) / (1 + Math.Exp(-value)))), 0];
        return [.. Enumerable.Range(0, steps.Length + 1).Select(c => reached[c] - reached[c + 1])];
    }

    public static IEnumerable<int[]> Patterns(ItemParameters items) => items.Thresholds.Aggregate(
        (IEnumerable<int[]>)[[]],
        (patterns, steps) => patterns.SelectMany(pattern => Enumerable.Range(0, steps.Length + 1).Select(c => (int[])[.. pattern, c])));

    public static double Chance(ItemModel model, ItemParameters items, int[] pattern, double theta) =>
        pattern.Select((category, item) => Probabilities(model, items, item, theta)[category]).Aggregate(1.0, (product, p) => product * p);

    public static (double Node, double Weight)[] Grid(int nodes = 61, double variance = 1)
    {
        double[] theta = [.. Enumerable.Range(0, nodes).Select(q => -6 + (12.0 * q / (nodes - 1)))];
        double[] density = [.. theta.Select(node => Math.Exp(-node * node / (2 * variance)))];
        return [.. theta.Select((node, q) => (node, density[q] / density.Sum()))];
    }

    public static ItemResponses Responses(IReadOnlyList<int[]> rows) => new(
        [.. Enumerable.Range(1, rows[0].Length).Select(item => $"i{item}")],
        [.. Enumerable.Range(0, rows[0].Length).Select(item => rows.Select(row => (double)row[item]).ToArray())]);

    /// <summary>Draws answers; θ is normal around the mean of the respondent.</summary>
    public static ItemResponses Draw(
        ItemModel model, ItemParameters items, int respondents, ulong seed, Func<int, double>? mean = null, Func<int, ItemParameters>? of = null)
    {
        RandomStream random = new(seed, RandomPurpose.Example, 0);
        return Responses([.. Enumerable.Range(0, respondents).Select(row =>
        {
            double theta = random.NextGaussian() + (mean?.Invoke(row) ?? 0);
            return Enumerable.Range(0, items.Count).Select(item =>
            {
                double[] chances = Probabilities(model, of?.Invoke(row) ?? items, item, theta);
                double at = random.NextDouble();
                int category = 0;
                while (category < chances.Length - 1 && at >= chances[category])
                {
                    at -= chances[category++];
                }

                return category;
            }).ToArray();
        })]);
    }
}
