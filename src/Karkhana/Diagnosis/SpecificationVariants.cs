using Karkhana.Agglomeration;
using Karkhana.Data.Studies;
using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>Other defensible ways to compute what firms are exposed to, for the specification curves.</summary>
internal static class SpecificationVariants
{
    // Beyond it distances are tried among the surveyed firms alone: a decay of 25 km looks 1,000 km far.
    private const int MostFirms = 2000;

    // Framework 1.4.6: the radii over which the delineation must be stable.
    private static readonly double[] Radii = [0.75, 1, 1.5, 2, 3];

    /// <summary>Gives the variants of a term by label, one value per firm of the sample; those that equal the main analysis or each other are left
    /// out.</summary>
    public static IReadOnlyDictionary<string, double[]> Of(string term, Findings findings, LearningSample sample, CancellationToken cancellationToken)
    {
        double[] main = term == "clustered" ? [.. sample.Clustered.Select(clustered => clustered ? 1.0 : 0)] : [.. sample.Variables[term]];
        Dictionary<string, double[]> variants = new(StringComparer.Ordinal);
        foreach ((string label, double[] values) in term == "clustered" ? Status(findings, sample) : Exposures(term, findings, sample, cancellationToken))
        {
            bool isOther = !values.SequenceEqual(main) && !variants.Values.Any(values.SequenceEqual) && values.Where(value => !double.IsNaN(value)).Distinct().Take(2).Count() == 2;
            if (isOther)
            {
                variants.Add(label, values);
            }
        }

        return variants;
    }

    private static IEnumerable<(string Label, double[] Values)> Exposures(
        string term, Findings findings, LearningSample sample, CancellationToken cancellationToken)
    {
        (Study study, Focus focus) = (findings.Study, findings.Focus);
        RegisterSample firms = LocationFindings.SampleOf(study, focus);
        if (focus.Firms.Length > MostFirms)
        {
            firms = firms with { Sample = sample.Firms, Clustered = sample.Clustered };
        }

        ExposureSources sources = new(study, focus);
        return ExposureVariants.Estimate(firms, null, cancellationToken).Select(variant => (
            variant.Label,
            ExposureIndex.AddTo(sample with { Exposures = sources.With(variant.Exposures) }, findings.Matrix).Variables[term]));
    }

    // By density, whatever the register says: a cluster on paper may be none on the ground.
    private static IEnumerable<(string Label, double[] Values)> Status(Findings findings, LearningSample sample)
    {
        FirmRegister unobserved = findings.Study.Firms with { Clustered = [] };
        Dictionary<int, int> places = findings.Focus.Firms.Select((firm, place) => (firm, place)).ToDictionary(pair => pair.firm, pair => pair.place);
        foreach (double radius in Radii)
        {
            bool[] status = ClusterStatus.Estimate(unobserved, findings.Focus.Firms, radius);
            yield return (
                FormattableString.Invariant($"by density within {radius} km"),
                [.. sample.Firms.Select(firm => status[places[firm]] ? 1.0 : 0)]);
        }
    }
}
