using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Tests.Methods.Psychometrics;

/// <summary>Answers to items for the tests of correlations and dimensions.</summary>
internal static class AnswerSamples
{
    /// <summary>Makes small tables of whole answers with ties in which every item varies.</summary>
    public static Gen<double[][]> Ordered { get; } =
        from items in Gen.Int[2, 5]
        from respondents in Gen.Int[4, 25]
        from answers in Gen.Int[1, 4].Select(answer => (double)answer).Array[respondents].Where(Varies).Array[items]
        select answers;

    /// <summary>Makes small tables of answers with one decimal in which every item varies.</summary>
    public static Gen<double[][]> Measured { get; } =
        from items in Gen.Int[2, 5]
        from respondents in Gen.Int[6, 15]
        from answers in Gen.Int[-50, 50].Select(answer => answer / 10.0).Array[respondents].Where(Varies).Array[items]
        select answers;

    /// <summary>Names the items i1, i2, …</summary>
    public static ItemResponses Of(params double[][] answers) =>
        new([.. Enumerable.Range(1, answers.Length).Select(item => FormattableString.Invariant($"i{item}"))], answers);

    /// <summary>Repeats each pair of answers as often as its cell of a table says.</summary>
    public static ItemResponses Table(int[,] counts)
    {
        List<double> rows = [];
        List<double> columns = [];
        for (int row = 0; row < counts.GetLength(0); row++)
        {
            for (int column = 0; column < counts.GetLength(1); column++)
            {
                rows.AddRange(Enumerable.Repeat((double)row, counts[row, column]));
                columns.AddRange(Enumerable.Repeat((double)column, counts[row, column]));
            }
        }

        return Of([.. rows], [.. columns]);
    }

    /// <summary>Draws answers with a common factor, cut at −1, 0 and 1 when ordered.</summary>
    public static ItemResponses Factor(int respondents, int items, double loading, bool ordered, int factors = 1)
    {
        RandomStream stream = new(3, RandomPurpose.Example, respondents, items);
        double[][] common = [.. Enumerable.Range(0, factors).Select(_ => Enumerable.Range(0, respondents).Select(_ => stream.NextGaussian()).ToArray())];
        double unique = Math.Sqrt(1 - (loading * loading));
        return Of([.. Enumerable.Range(0, items).Select(item => common[item % factors]
            .Select(value => (loading * value) + (unique * stream.NextGaussian()))
            .Select(value => !ordered ? value : value < -1 ? 1 : value < 0 ? 2 : value < 1 ? 3 : 4.0).ToArray())]);
    }

    public static ExecutionOptions Workers(int workers) => new() { Workers = workers };

    public static double Correlation(double[] left, double[] right)
    {
        (double meanLeft, double meanRight) = (left.Average(), right.Average());
        double Product(double[] a, double meanA, double[] b, double meanB) => a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return Product(left, meanLeft, right, meanRight)
            / Math.Sqrt(Product(left, meanLeft, left, meanLeft) * Product(right, meanRight, right, meanRight));
    }

    private static bool Varies(double[] answers) => answers.Distinct().Count() > 1;
}
