using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Inequality and concentration of a list of non-negative numbers.</summary>
public static class Inequality
{
    internal const string Source =
        "Theil 1967, Economics and Information Theory; Atkinson 1970, doi:10.1016/0022-0531(70)90039-6; Coulter 1989, Measuring Inequality";

    /// <summary>Computes the indices.</summary>
    /// <remarks>
    /// n values x with mean m, shares p = x/Σx, reference shares q (1/n when none is given): Gini 2/(n² m) Σ rank
    /// (x − m), normalised times n/(n − 1); Theil T mean((x/m) ln(x/m)); Theil L mean(ln(m/x)); Atkinson
    /// 1 − mean((x/m)^(1−ε))^(1/(1−ε)), for ε = 1 one minus the geometric mean over m; coefficient of variation sd/m;
    /// Herfindahl H = Σp², normalised (H − 1/n)/(1 − 1/n), numbers equivalent 1/H; Coulter √(Σ(p − q)²/2); Hoover
    /// ½ Σ|p − q|. Every unit counts alike; only Coulter and Hoover use the reference. Missing values are refused. With
    /// a value of 0 Theil L and, for ε ≥ 1, Atkinson are NaN; when all are 0 every index is. Cost: n log n.
    /// Source: Theil 1967, Economics and Information Theory; Atkinson 1970, doi:10.1016/0022-0531(70)90039-6;
    /// Coulter 1989, Measuring Inequality. Agrees with: REAT 3.0.3, relative 1e-10; its theil() is Theil L.
    /// </remarks>
    /// <param name="sample">The values.</param>
    /// <param name="options">Inequality aversion and the divisor of the standard deviation.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The indices.</returns>
    public static InequalityResult Estimate(
        InequalitySample sample,
        InequalityOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        sample.Check();
        options ??= new InequalityOptions();
        double[] x = [.. sample.Values];
        double n = x.Length;
        double mean = Sums.Mean(x);
        double[] p = ShareStatistics.Shares(x);
        double[] equal = [.. Enumerable.Repeat(1 / n, x.Length)];
        double[] q = sample.Reference is null ? equal : ShareStatistics.Shares([.. sample.Reference]);
        double gini = GiniIndex.Of(x);
        double herfindahl = ShareStatistics.Herfindahl(p);
        double variance = Sums.Variance(x) * (options.SdDenominator == VarianceDivisor.N ? (n - 1) / n : 1);
        return new InequalityResult
        {
            Gini = gini,
            GiniNormalised = gini * (n / (n - 1)),
            TheilT = ShareStatistics.RelativeEntropy(p, equal),
            TheilL = x.Contains(0) ? double.NaN : ShareStatistics.RelativeEntropy(equal, p),
            Atkinson = Atkinson(x, mean, options.Epsilon),
            CoefficientOfVariation = (x.Length == 1 && options.SdDenominator == VarianceDivisor.N ? 0 : Math.Sqrt(variance)) / mean,
            Herfindahl = herfindahl,
            HerfindahlNormalised = (herfindahl - (1 / n)) / (1 - (1 / n)),
            NumbersEquivalent = 1 / herfindahl,
            Coulter = Math.Sqrt(SquaredDistance(p, q) / 2),
            Hoover = ShareStatistics.AbsoluteDifference(p, q) / 2,
            Notes = Notes(x, options.Epsilon),
            Provenance = new Provenance(
                "concentration.inequality",
                FormattableString.Invariant($"epsilon = {options.Epsilon}, sd_denominator = {options.SdDenominator}"),
                Source),
        };
    }

    private static double Atkinson(double[] x, double mean, double epsilon)
    {
        if (epsilon >= 1 && x.Contains(0))
        {
            return double.NaN;
        }

        double[] terms = epsilon == 1
            ? [.. x.Select(value => Math.Log(value / mean))]
            : [.. x.Select(value => Math.Pow(value / mean, 1 - epsilon))];
        double average = Sums.Mean(terms);
        return 1 - (epsilon == 1 ? Math.Exp(average) : Math.Pow(average, 1 / (1 - epsilon)));
    }

    private static double SquaredDistance(double[] p, double[] q)
    {
        double[] differences = [.. p.Zip(q, (left, right) => left - right)];
        return Sums.Dot(differences, differences);
    }

    private static IReadOnlyList<Note> Notes(double[] x, double epsilon)
    {
        bool nothing = !x.Any(value => value > 0);
        return
        [
            .. UnitNotes.When(nothing, "all-zero", "All values are 0: no index is defined."),
            .. UnitNotes.When(
                !nothing && x.Contains(0), "zero-values",
                epsilon >= 1
                    ? "Some values are 0: Theil L and the Atkinson index are not defined."
                    : "Some values are 0: Theil L is not defined."),
            .. UnitNotes.When(
                x.Length == 1, "one-unit", "There is one value only: the normalised indices are not defined."),
        ];
    }
}
