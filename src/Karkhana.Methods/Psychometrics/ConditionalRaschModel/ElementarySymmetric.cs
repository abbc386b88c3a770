using System.Runtime.Intrinsics;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Elementary symmetric functions: the summed weights of all ways to reach a raw score.</summary>
/// <remarks>By the summation algorithm: only positive terms are added, so that no digits are lost. With weights that add to
/// 1 for each item, γ_r is a probability and cannot overflow. Leaving out each item in turn halves the items and joins
/// one half before it goes into the other: J log J joins in place of J². Source: Fischer and Molenaar 1995,
/// doi:10.1007/978-1-4612-4230-7.</remarks>
internal static class ElementarySymmetric
{
    /// <summary>Gives γ_0, γ_1, … of items first to end − 1.</summary>
    /// <param name="weights">The weight of each category of each item.</param>
    /// <param name="first">The first item.</param>
    /// <param name="end">The item after the last.</param>
    /// <param name="outside">The functions of the items that are in already; [1] when there is none.</param>
    public static double[] Join(double[][] weights, int first, int end, double[] outside)
    {
        double[] joined = outside;
        for (int item = first; item < end; item++)
        {
            joined = Join(joined, weights[item]);
        }

        return joined;
    }

    /// <summary>Calls back with each item of a range and the functions of all others, those of <paramref name="outside"/>
    /// included.</summary>
    public static void LeaveOneOut(double[][] weights, int first, int end, double[] outside, Action<int, double[]> visit)
    {
        if (end - first == 1)
        {
            visit(first, outside);
        }
        else if (end > first)
        {
            int middle = (first + end) / 2;
            LeaveOneOut(weights, first, middle, Join(weights, middle, end, outside), visit);
            LeaveOneOut(weights, middle, end, Join(weights, first, middle, outside), visit);
        }
    }

    private static double[] Join(double[] scores, double[] weights)
    {
        double[] joined = new double[scores.Length + weights.Length - 1];
        for (int c = 0; c < weights.Length; c++)
        {
            Add(scores, weights[c], joined.AsSpan(c));
        }

        return joined;
    }

    // Each score has its own sum: the order of the additions is the same with and without vectors.
    private static void Add(ReadOnlySpan<double> scores, double weight, Span<double> sums)
    {
        int score = 0;
        for (; score <= scores.Length - Vector256<double>.Count; score += Vector256<double>.Count)
        {
            ReadOnlySpan<double> old = sums[score..];
            (Vector256.Create(old) + (Vector256.Create(weight) * Vector256.Create(scores[score..]))).CopyTo(sums[score..]);
        }

        for (; score < scores.Length; score++)
        {
            sums[score] += weight * scores[score];
        }
    }
}
