using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether two groups have one distribution, in place, spread or shape.</summary>
public static class KolmogorovSmirnovTest
{
    internal const string Source =
        "Smirnov 1939, Moscow University Mathematics Bulletin 2(2):3-14; Hodges 1958, doi:10.1007/BF02589501; Schroer & Trenkler 1995, doi:10.1016/0167-9473(94)00040-P";

    private const double MostPaths = 1e8;

    /// <summary>Tests whether two distribution functions are one.</summary>
    /// <remarks>
    /// D = max |F₁ − F₂| over the values. Asymptotic: P(K ≥ D√(mn/(m + n))) of Kolmogorov's distribution. Exact: of all C(m +
    /// n, m) ways to deal the pooled values out, the share with so great a D, by counting paths on the m × n lattice that
    /// stay within D at the last of each run of ties; p below 1e-13 is rounding. Assumes independent values. Cost: N log N;
    /// exact m·n, at most 1e8. Source: Smirnov 1939; Hodges 1958, doi:10.1007/BF02589501, section 3 (paths); Schröer and
    /// Trenkler 1995, doi:10.1016/0167-9473(94)00040-P (ties). Agrees with: R 4.2 ks.test, relative 1e-10.
    /// </remarks>
    /// <param name="sample">Values of two groups.</param>
    /// <param name="options">Distribution.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between rows of the lattice.</param>
    /// <returns>The test, with the value at which the functions differ most.</returns>
    /// <exception cref="ArgumentException">Not two groups, or too many values for an exact p.</exception>
    public static KolmogorovSmirnovTestResult Estimate(
        GroupedValues sample,
        KolmogorovSmirnovTestOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new KolmogorovSmirnovTestOptions();
        GroupedObservations groups = GroupedObservations.Of(sample, leastSize: 1, mostGroups: 2);
        int[] order = [.. Enumerable.Range(0, groups.Pooled.Length).OrderBy(i => groups.Pooled[i])];
        bool[] lastOfRun = [.. order.Select((at, place) =>
            place == order.Length - 1 || groups.Pooled[order[place + 1]] != groups.Pooled[at])];
        (double m, double n) = (groups.Sizes[0], groups.Sizes[1]);
        (long greatest, int peak) = Greatest(groups, order, lastOfRun);
        double statistic = Math.Abs(greatest) / (m * n);
        Require.That(
            options.Distribution == NullDistribution.Asymptotic || m * n <= MostPaths, nameof(options.Distribution),
            FormattableString.Invariant($"must be asymptotic where the sizes of the groups multiply to more than {MostPaths}; they were {m} and {n}"));
        return new KolmogorovSmirnovTestResult
        {
            Groups = groups.Groups.Codes,
            Sizes = groups.Sizes,
            Statistic = statistic,
            Difference = greatest / (m * n),
            Location = groups.Pooled[order[peak]],
            PValue = options.Distribution == NullDistribution.Asymptotic
                ? Kolmogorov.UpperTail(statistic * Math.Sqrt(m * n / (m + n)))
                : Exact(Math.Abs(greatest), groups.Sizes, lastOfRun, cancellationToken),
            Notes = [.. groups.Notes],
            Provenance = new Provenance(
                "econometrics.kolmogorov-smirnov-test", $"distribution = {options.Distribution}", Source),
        };
    }

    // F₁ − F₂ times m·n is a whole number.
    private static (long Difference, int Place) Greatest(GroupedObservations groups, int[] order, bool[] lastOfRun)
    {
        (long first, long second) = (0, 0);
        (long greatest, int peak) = (0, 0);
        for (int place = 0; place < order.Length; place++)
        {
            bool ofFirst = groups.Groups.Positions[order[place]] == 0;
            first += ofFirst ? 1 : 0;
            second += ofFirst ? 0 : 1;
            long difference = (first * groups.Sizes[1]) - (second * groups.Sizes[0]);
            if (lastOfRun[place] && Math.Abs(difference) > Math.Abs(greatest))
            {
                (greatest, peak) = (difference, place);
            }
        }

        return (greatest, peak);
    }

    // Weighting each step to the next row by i/(i + n) turns the number of paths into their share of all.
    private static double Exact(long greatest, IReadOnlyList<int> sizes, bool[] lastOfRun, CancellationToken cancellationToken)
    {
        (int m, int n) = (sizes[0], sizes[1]);
        bool Stays(int i, int j) => i + j == 0 || !lastOfRun[i + j - 1] || Math.Abs(((long)i * n) - ((long)j * m)) < greatest;
        double[] share = new double[n + 1];
        share[0] = 1;
        for (int j = 1; j <= n; j++)
        {
            share[j] = Stays(0, j) ? share[j - 1] : 0;
        }

        for (int i = 1; i <= m; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double weight = (double)i / (i + n);
            share[0] = Stays(i, 0) ? weight * share[0] : 0;
            for (int j = 1; j <= n; j++)
            {
                share[j] = Stays(i, j) ? (weight * share[j]) + share[j - 1] : 0;
            }
        }

        return Math.Clamp(1 - share[n], 0, 1);
    }
}
