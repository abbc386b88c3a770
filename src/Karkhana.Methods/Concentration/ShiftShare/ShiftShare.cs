using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Splits the growth of a region into what the nation, its mix of industries and the region itself add.</summary>
public static class ShiftShare
{
    internal const string Source =
        "Dunn 1960, Papers of the Regional Science Association 6:97-112; Esteban-Marquillas 1972, Regional and Urban Economics 2(3):249-261";

    /// <summary>Computes the components.</summary>
    /// <remarks>
    /// With e regional, E national values, 0 start, 1 end, sums without index: growth e1 − e0; national e0 E1/E0 − e0;
    /// industry mix Σ e_i0 E_i1/E_i0 − e0 E1/E0; regional (Dunn) Σ (e_i1 − e_i0 E_i1/E_i0); net shift e1 − e0 E1/E0.
    /// Esteban takes the regional part at the national mix, h_i = e0 E_i0/E0, regional Σ h_i d_i with
    /// d_i = e_i1/e_i0 − E_i1/E_i0, and calls the rest Σ (e_i0 − h_i) d_i allocation. The three (or four) parts add up
    /// to growth. An identity, no test: it says where growth came about, not why. An industry that the nation did not
    /// have at the start is regional growth by Dunn; by Esteban an industry that the region did not have at the start
    /// leaves regional and allocation NaN. Missing values are refused. Cost: one pass.
    /// Source: Dunn 1960, Papers of the Regional Science Association 6:97-112; Esteban-Marquillas 1972, Regional and
    /// Urban Economics 2(3):249-261. Agrees with: REAT 3.0.3 shift (Dunn), relative 1e-10.
    /// </remarks>
    /// <param name="industries">The industries.</param>
    /// <param name="options">The decomposition.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The components, in the unit of the values.</returns>
    public static ShiftShareResult Estimate(
        ShiftShareIndustries industries,
        ShiftShareOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(industries);
        industries.Check();
        options ??= new ShiftShareOptions();
        double start = Sums.Sum([.. industries.RegionStart]);
        double end = Sums.Sum([.. industries.RegionEnd]);
        double[] nationStart = [.. industries.NationStart];
        double national = start * (Sums.Sum([.. industries.NationEnd]) / Sums.Sum(nationStart));
        double[] expected = Expected(industries);
        (double regional, double allocation) = options.Method == ShiftShareMethod.Dunn
            ? (end - Sums.Sum(expected), double.NaN)
            : Esteban(industries, start, ShareStatistics.Shares(nationStart));
        return new ShiftShareResult
        {
            Growth = end - start,
            National = national - start,
            IndustryMix = Sums.Sum(expected) - national,
            Regional = regional,
            NetShift = end - national,
            Allocation = allocation,
            Notes = UnitNotes.When(
                options.Method == ShiftShareMethod.Esteban && double.IsNaN(regional), "no-start",
                "Industries that the region did not have at the start grow without bound: the regional and the allocation "
                + "component are not defined. Merge them with others, or use the method dunn."),
            Provenance = new Provenance("concentration.shift-share", $"method = {options.Method}", Source),
        };
    }

    /// <summary>Gives what each industry would have at the end, had it grown as in the nation.</summary>
    private static double[] Expected(ShiftShareIndustries industries)
    {
        double[] expected = new double[industries.Codes.Count];
        for (int i = 0; i < expected.Length; i++)
        {
            expected[i] = industries.RegionStart[i] == 0
                ? 0
                : industries.RegionStart[i] * (industries.NationEnd[i] / industries.NationStart[i]);
        }

        return expected;
    }

    private static (double Regional, double Allocation) Esteban(
        ShiftShareIndustries industries, double start, double[] nationShares)
    {
        double[] regional = new double[nationShares.Length];
        double[] allocation = new double[nationShares.Length];
        for (int i = 0; i < regional.Length; i++)
        {
            double homothetic = start * nationShares[i];
            double difference = (industries.RegionEnd[i] / industries.RegionStart[i])
                - (industries.NationEnd[i] / industries.NationStart[i]);
            bool defined = industries.RegionStart[i] > 0;
            regional[i] = defined ? homothetic * difference : double.NaN;
            allocation[i] = defined ? (industries.RegionStart[i] - homothetic) * difference : double.NaN;
        }

        return (Sums.Sum(regional), Sums.Sum(allocation));
    }
}
