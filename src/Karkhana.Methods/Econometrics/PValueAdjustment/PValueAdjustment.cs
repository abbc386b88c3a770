using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Corrects p-values for having looked many times.</summary>
public static class PValueAdjustment
{
    internal const string Source =
        "Holm 1979, Scandinavian Journal of Statistics 6(2):65-70; Hochberg 1988, doi:10.1093/biomet/75.4.800; Hommel 1988, doi:10.1093/biomet/75.2.383; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini & Yekutieli 2001, doi:10.1214/aos/1013699998";

    /// <summary>Adjusts the p-values of one family of tests.</summary>
    /// <remarks>
    /// As <see cref="MultipleTesting"/>, which has the formulas: an adjusted p-value below α is a finding at the bound α of
    /// the correction. Missing p-values stay missing and do not count as tests. Cost: m log m, hommel m².
    /// Source: Holm 1979; Hochberg 1988, doi:10.1093/biomet/75.4.800; Hommel 1988, doi:10.1093/biomet/75.2.383; Benjamini
    /// and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini and Yekutieli 2001, doi:10.1214/aos/1013699998.
    /// Agrees with: R 4.2 p.adjust, relative 1e-12.
    /// </remarks>
    /// <param name="family">The tests.</param>
    /// <param name="options">Correction.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The adjusted p-values in the same order.</returns>
    /// <exception cref="ArgumentException">No p-value, or one outside 0 to 1.</exception>
    public static PValueAdjustmentResult Estimate(
        TestFamily family,
        PValueAdjustmentOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(family);
        options ??= new PValueAdjustmentOptions();
        family.Check();
        IReadOnlyList<double> pValues = family.PValues;
        return new PValueAdjustmentResult
        {
            Names = family.Names.Count > 0
                ? family.Names
                : [.. Enumerable.Range(1, pValues.Count).Select(number => number.ToString(CultureInfo.InvariantCulture))],
            PValues = pValues,
            Adjusted = options.Method switch
            {
                PValueCorrection.Holm => MultipleTesting.Holm(pValues),
                PValueCorrection.Hochberg => MultipleTesting.Hochberg(pValues),
                PValueCorrection.Hommel => MultipleTesting.Hommel(pValues),
                PValueCorrection.Bonferroni => MultipleTesting.Bonferroni(pValues),
                PValueCorrection.BenjaminiHochberg => MultipleTesting.BenjaminiHochberg(pValues),
                _ => MultipleTesting.BenjaminiYekutieli(pValues),
            },
            Notes = [],
            Provenance = new Provenance("econometrics.p-value-adjustment", $"method = {options.Method}", Source),
        };
    }
}
