using System.Globalization;
using Karkhana.Agglomeration;
using Karkhana.Core.Errors;
using Karkhana.Data.Studies;

namespace Karkhana.Diagnosis;

/// <summary>The firms that a diagnosis is about.</summary>
/// <param name="Industry">Their industry; empty when the register has none.</param>
/// <param name="Firms">Their positions in the register.</param>
/// <param name="Clustered">Whether each stands in a cluster of its industry.</param>
/// <param name="StatusObserved">Whether the register says so, rather than the density rule.</param>
public sealed record Focus(string Industry, int[] Firms, bool[] Clustered, bool StatusObserved)
{
    /// <summary>Gets why it is this industry.</summary>
    public FocusReason Reason { get; init; } = FocusReason.First;

    /// <summary>Gets the positions of the clustered firms in the register.</summary>
    public int[] ClusteredFirms => [.. Firms.Where((_, i) => Clustered[i])];

    /// <summary>Gets the positions of the dispersed firms in the register.</summary>
    public int[] DispersedFirms => [.. Firms.Where((_, i) => !Clustered[i])];

    internal static Focus Of(Study study, IndustryConcentrationResult? concentration, string? asked)
    {
        FirmRegister firms = study.Firms;
        if (firms.Industries.Length == 0)
        {
            return With(study, "", [.. Enumerable.Range(0, firms.Count).Where(firms.IsOpen)]);
        }

        Require.That(
            asked is null || firms.Industries.Contains(asked), "industry",
            $"must be an industry of the register; {asked} is not. The register has {Named(firms)}");
        string? surveyed = asked is null ? MostSurveyed(study) : null;
        string industry = asked ?? surveyed ?? concentration?.Findings[0].Industry ?? firms.Industries[0];
        FocusReason reason = asked is not null ? FocusReason.Asked
            : surveyed is not null ? FocusReason.MostSurveyed
            : concentration is not null ? FocusReason.MostConcentrated
            : FocusReason.First;
        Focus focus = With(
            study, industry, [.. Enumerable.Range(0, firms.Count).Where(
                firm => firms.Industries[firm] == industry && firms.IsOpen(firm))]);
        return focus with { Reason = reason };
    }

    private static string Named(FirmRegister firms)
    {
        const int Most = 10;
        string[] industries = [.. firms.Industries.Where(one => one.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        return string.Join(", ", industries.Take(Most)) + (industries.Length > Most ? string.Create(CultureInfo.InvariantCulture, $" and {industries.Length - Most} more") : "");
    }

    private static Focus With(Study study, string industry, int[] sample) => new(
        industry, sample, ClusterStatus.Estimate(study.Firms, sample), study.Firms.Clustered.Length > 0 && sample.Any(
            firm => study.Firms.Clustered[firm] is not null));

    private static string? MostSurveyed(Study study) => study.Survey is null || study.Survey.Respondents == 0
        ? null
        : study.Survey.Firms.GroupBy(firm => study.Firms.Industries[firm])
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;
}
