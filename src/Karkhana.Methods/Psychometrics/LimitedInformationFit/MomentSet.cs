using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The first and second order margins: observed and under the model.</summary>
internal sealed class MomentSet
{
    private readonly ModelledResponses _modelled;
    private readonly double[][] _means; // E[x_i | θ_q]

    private MomentSet(ModelledResponses modelled, FitMoments statistic)
    {
        _modelled = modelled;
        _means = [.. Enumerable.Range(0, modelled.Items).Select(item => Powers(modelled, item, 1))];
        List<Moment> moments = [];
        for (int item = 0; item < modelled.Items; item++)
        {
            int categories = modelled.Responses.CategoryCount(item);
            Require.That(
                statistic == FitMoments.C2 || categories == 2, "statistic",
                FormattableString.Invariant(
                    $"must be c2 when an item has more than two categories; item {modelled.Responses.Items[item]} has {categories}"));
            moments.AddRange(Enumerable.Range(1, categories - 1).Select(category => new Moment(item, -1, category)));
        }

        for (int item = 0; item < modelled.Items; item++)
        {
            moments.AddRange(Enumerable.Range(0, item).Select(other => new Moment(other, item, 0)));
        }

        Moments = [.. moments];
        Conditional = [.. Moments.Select(ConditionalMean)];
        Expected = [.. Conditional.Select(row => Sums.Dot(row, modelled.Grid.Weights))];
    }

    public Moment[] Moments { get; }

    /// <summary>Gets E[moment | θ_q] by moment.</summary>
    public double[][] Conditional { get; }

    /// <summary>Gets the moments under the model.</summary>
    public double[] Expected { get; }

    public static MomentSet Of(ModelledResponses modelled, FitMoments statistic) => new(modelled, statistic);

    /// <summary>Gives E[x_i | θ_q] over the nodes.</summary>
    public double[] Mean(int item) => _means[item];

    /// <summary>Gives Σ_c c^power P(X = c | θ_q) over the nodes.</summary>
    public static double[] Powers(ModelledResponses modelled, int item, int power)
    {
        double[] sums = new double[modelled.Grid.Count];
        for (int c = 1; c < modelled.Responses.CategoryCount(item); c++)
        {
            ReadOnlySpan<double> curve = modelled.Curve(item, c);
            double value = Math.Pow(c, power);
            for (int q = 0; q < sums.Length; q++)
            {
                sums[q] += value * curve[q];
            }
        }

        return sums;
    }

    /// <summary>Gives the moments of complete answers.</summary>
    public double[] Observed(double[][] answers) => [.. Moments.Select(moment => moment.IsPair
        ? Sums.Dot(answers[moment.First], answers[moment.Second]) / answers[0].Length
        : answers[moment.First].Count(answer => answer == moment.Category) / (double)answers[0].Length)];

    private double[] ConditionalMean(Moment moment) => moment.IsPair
        ? [.. _means[moment.First].Zip(_means[moment.Second], (first, second) => first * second)]
        : _modelled.Curve(moment.First, moment.Category).ToArray();

    /// <summary>P(X_first = category), or E[x_first x_second].</summary>
    internal readonly record struct Moment(int First, int Second, int Category)
    {
        public bool IsPair => Second >= 0;
    }
}
