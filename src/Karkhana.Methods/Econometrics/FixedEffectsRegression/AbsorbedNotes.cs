using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>What the reader of a regression with absorbed effects must know.</summary>
internal static class AbsorbedNotes
{
    public static IEnumerable<Note> Of(AbsorbedDesign design, AbsorbedFit fit)
    {
        foreach (Note note in (Note[])[.. DesignNotes.Dropped(design.Incomplete, design.SampleRows), .. Singletons(design.Singletons)])
        {
            yield return note;
        }

        if (fit.Fit.Design.Aliased.Length > 0)
        {
            yield return new Note("aliased-terms", Severity.Warning, FormattableString.Invariant(
                $"Left out, because the absorbed effects or the terms before them determine them: {string.Join(", ", fit.Fit.Design.Aliased)}. The other estimates are as if they were not asked for."));
        }

        if (!fit.Converged)
        {
            yield return new Note("not-converged", Severity.Warning, FormattableString.Invariant(
                $"The fixed effects were not taken out to a relative 1e-10 in {fit.Steps} steps: the sets hang together by few rows. Digits after the sixth may be wrong."));
        }

        int parts = design.Sets is { Count: 2 } sets ? sets.Components(0, 1) : 1;
        if (parts > 1)
        {
            yield return new Note("disconnected-effects", Severity.Information, FormattableString.Invariant(
                $"The two sets of effects fall into {parts} parts without a common row: effects of different parts cannot be compared, and the count of absorbed parameters is {parts - 1} too high, which makes errors slightly too large."));
        }
    }

    public static IEnumerable<Note> Clusters(IReadOnlyList<ClusterGroups> groups) =>
        groups.Count == 0 ? [] : ClusterNotes.Of(groups.Min(group => group.Count));

    public static IEnumerable<Note> Singletons(int singletons)
    {
        if (singletons > 0)
        {
            yield return new Note("singletons", Severity.Information, FormattableString.Invariant(
                $"{singletons} rows are alone in a group of absorbed effects, some only after others were left out; they say nothing about the terms and were left out."));
        }
    }
}
