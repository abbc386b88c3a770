using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Tests.Methods.Psychometrics;

/// <summary>Items and answers that follow an item model; synthetic.</summary>
internal static class ModelAnswers
{
    public static readonly Gen<ItemModel> Models = Gen.Enum<ItemModel>();

    /// <summary>Items of a model with ordered thresholds and slopes from 0.5 to 2.5.</summary>
    public static Gen<ItemParameters> Items(ItemModel model, int least = 1, int most = 6) =>
        from count in Gen.Int[least, most]
        from slopes in Gen.Double[0.5, 2.5].Array[count]
        from firsts in Gen.Double[-2, 1].Array[count]
        from gaps in Gen.Double[0.1, 1.2].Array[3].Array[count]
        from steps in Gen.Int[1, 4].Array[count]
        from guessing in Gen.Double[0.05, 0.3].Array[count]
        select new ItemParameters(
            [.. Enumerable.Range(1, count).Select(item => $"i{item}")],
            model is ItemModel.Rasch or ItemModel.PartialCredit ? [.. slopes.Select(_ => 1.0)] : slopes,
            [.. Enumerable.Range(0, count).Select(item => Steps(firsts[item], gaps[item], IsBinary(model) ? 1 : steps[item]))],
            model == ItemModel.ThreeParameter ? guessing : new double[count]);

    /// <summary>Draws answers of respondents with normal θ.</summary>
    public static (ItemResponses Responses, double[] Theta) Draw(
        ItemModel model, ItemParameters items, int respondents, int replicate = 0, double deviation = 1)
    {
        RandomStream stream = new(7, RandomPurpose.SyntheticAnswers, replicate);
        double[] theta = [.. Enumerable.Range(0, respondents).Select(_ => deviation * stream.NextGaussian())];
        double[][] answers = [.. Enumerable.Range(0, items.Count).Select(item => theta.Select(at =>
        {
            double[] probability = new double[items.Thresholds[item].Length + 1];
            ResponseCurves.Probabilities(model, items, item, at, probability);
            double drawn = stream.NextDouble();
            int category = 0;
            while (category < probability.Length - 1 && drawn >= probability[category])
            {
                drawn -= probability[category++];
            }

            return (double)category;
        }).ToArray())];
        return (new ItemResponses(items.Items, answers), theta);
    }

    public static ItemParameters Binary(double[] difficulties, double slope = 1) => new(
        [.. difficulties.Select((_, item) => $"i{item + 1}")],
        [.. difficulties.Select(_ => slope)],
        [.. difficulties.Select(difficulty => new[] { difficulty })],
        new double[difficulties.Length]);

    /// <summary>Answers given row by row as digits; a dot is missing.</summary>
    public static ItemResponses Rows(params string[] rows) => new(
        [.. Enumerable.Range(1, rows[0].Length).Select(item => $"i{item}")],
        [.. Enumerable.Range(0, rows[0].Length).Select(item => rows.Select(row => row[item] == '.' ? double.NaN : row[item] - '0').ToArray())]);

    private static bool IsBinary(ItemModel model) => model is ItemModel.Rasch or ItemModel.TwoParameter or ItemModel.ThreeParameter;

    private static double[] Steps(double first, double[] gaps, int count) =>
        [.. Enumerable.Range(0, count).Select(step => first + gaps.Take(step).Sum())];
}
