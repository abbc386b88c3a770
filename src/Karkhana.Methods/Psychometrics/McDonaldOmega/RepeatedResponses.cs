using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The different rows of answers and how many respondents gave each, in order of the answers, so that the order of
/// the table has no part in what is drawn.</summary>
/// <param name="Answers">By item, then by different row; less the mean over all respondents.</param>
/// <param name="Counts">Respondents by different row.</param>
internal sealed record RepeatedResponses(double[][] Answers, int[] Counts)
{
    public static RepeatedResponses Of(ItemResponses complete)
    {
        double[][] rows = [.. Enumerable.Range(0, complete.Respondents).Select(
            row => complete.Answers.Select(answers => answers[row]).ToArray())];
        Array.Sort(rows, Compare);
        List<int> firsts = [];
        for (int row = 0; row < rows.Length; row++)
        {
            if (row == 0 || Compare(rows[row - 1], rows[row]) != 0)
            {
                firsts.Add(row);
            }
        }

        double[] means = [.. complete.Answers.Select(answers => Sums.Mean(answers))];
        return new RepeatedResponses(
            [.. means.Select((mean, item) => firsts.Select(first => rows[first][item] - mean).ToArray())],
            [.. firsts.Select((first, k) => (k + 1 < firsts.Count ? firsts[k + 1] : rows.Length) - first)]);
    }

    /// <summary>Gives correlations and standard deviations (divisor n) of a sample that holds each row so often; null when an
    /// item does not vary in it.</summary>
    public (Matrix<double> Correlations, double[] Deviations)? Sample(ReadOnlySpan<int> counts)
    {
        for (int item = 0; item < Answers.Length; item++)
        {
            if (IsConstant(Answers[item], counts))
            {
                return null;
            }
        }

        int items = Answers.Length;
        double[] weights = new double[counts.Length];
        double total = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = counts[row];
            total += counts[row];
        }

        double[] means = [.. Answers.Select(answers => Sums.Dot(weights, answers) / total)];
        double[][] centred = [.. Answers.Select((answers, item) => answers.Select(answer => answer - means[item]).ToArray())];
        double[][] weighted = [.. centred.Select(answers => answers.Select((answer, row) => answer * weights[row]).ToArray())];
        Matrix<double> covariances = Matrix<double>.Build.Dense(items, items, (i, j) => Sums.Dot(weighted[Math.Max(i, j)], centred[Math.Min(i, j)]) / total);
        double[] deviations = [.. covariances.Diagonal().Select(Math.Sqrt)];
        return (covariances.MapIndexed((i, j, value) => i == j ? 1 : value / (deviations[i] * deviations[j]), Zeros.Include), deviations);
    }

    /// <summary>Gives the polychoric correlations of such a sample, and ones; null when an item does not vary in it.</summary>
    public (Matrix<double> Correlations, double[] Deviations)? OrdinalSample(int[] counts, CancellationToken cancellationToken)
    {
        if (Array.Exists(Answers, answers => IsConstant(answers, counts)))
        {
            return null;
        }

        ItemResponses drawn = new ItemResponses([.. Answers.Select((_, item) => $"{item}")], Answers).Repeated(counts);
        return (ItemCorrelations.Of(drawn, ItemCorrelation.Polychoric, cancellationToken), McDonaldOmega.Ones(Answers.Length));
    }

    private static bool IsConstant(double[] answers, ReadOnlySpan<int> counts)
    {
        double seen = double.NaN;
        for (int row = 0; row < counts.Length; row++)
        {
            if (counts[row] > 0 && answers[row] != seen)
            {
                if (!double.IsNaN(seen))
                {
                    return false;
                }

                seen = answers[row];
            }
        }

        return true;
    }

    private static int Compare(double[] left, double[] right) => left.AsSpan().SequenceCompareTo(right);
}
