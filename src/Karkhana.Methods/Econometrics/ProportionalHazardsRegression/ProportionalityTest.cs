using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The score test that coefficients do not drift with time.</summary>
/// <remarks>In the model with x and x·g(t), g about its mean over the events: U = Σ g (x_i − x̄), with variance
/// Σ g²V − Σ gV (Σ V)⁻¹ Σ gV of the covariances V of the risk sets. Source: Grambsch and Therneau 1994,
/// doi:10.1093/biomet/81.3.515.</remarks>
internal static class ProportionalityTest
{
    /// <summary>Tests each term, then all together under the name <c>all</c>.</summary>
    public static TermTest[] Of(
        PartialLikelihood likelihood, SurvivalDesign survival, Ascent ascent, TimeTransform transform, IReadOnlyList<string> terms)
    {
        double[] drift = Centred(Transformed(survival, transform), survival.Events);
        (Matrix<double> once, Matrix<double> twice, double[] score) = likelihood.Drift(ascent.Estimates, drift);
        Matrix<double> variance = twice - (once * NewtonAscent.Inverse(ascent.Information) * once);
        variance = (variance + variance.Transpose()) / 2;
        Vector<double> all = Vector<double>.Build.Dense(score);
        double joint = all.DotProduct(NewtonAscent.Inverse(variance) * all);
        return
        [
            .. terms.Select((term, i) => Test(term, score[i] * score[i] / variance[i, i], 1)),
            Test("all", joint, terms.Count),
        ];
    }

    private static TermTest Test(string term, double statistic, int degrees) =>
        new(term, statistic, degrees, ChiSquare.UpperTail(statistic, degrees));

    private static double[] Transformed(SurvivalDesign survival, TimeTransform transform)
    {
        double[] times = survival.Design.Outcome;
        return transform switch
        {
            TimeTransform.Identity => times,
            TimeTransform.Log => [.. times.Select(time => Math.Log(time))],
            TimeTransform.Rank => Ranks.Of(times),
            _ => Lost(survival),
        };
    }

    // 1 − S(t−) of the survival curve of all strata together.
    private static double[] Lost(SurvivalDesign survival)
    {
        RiskTable table = RiskTable.Of(
            new SurvivalSample(survival.Design.Outcome, [.. survival.Events.Select(value => value == 1)]) { Entries = survival.Entries },
            [.. Enumerable.Range(0, survival.Events.Length)]);
        double[] before = new double[table.Times.Length];
        double curve = 1;
        for (int t = 0; t < before.Length; t++)
        {
            before[t] = 1 - curve;
            curve *= 1 - ((double)table.Events[t] / table.AtRisk[t]);
        }

        return [.. survival.Design.Outcome.Select(time => before[Array.BinarySearch(table.Times, time)])];
    }

    private static double[] Centred(double[] values, double[] events)
    {
        (double sum, double count) = (0, 0);
        for (int row = 0; row < values.Length; row++)
        {
            sum += events[row] == 1 ? values[row] : 0;
            count += events[row];
        }

        return [.. values.Select(value => value - (sum / count))];
    }
}
