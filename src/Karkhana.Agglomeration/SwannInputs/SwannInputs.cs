using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>What Swann's models of growth and entry read: own-sector and other-sector employment, and entries.</summary>
public static class SwannInputs
{
    private const string Source = "Swann, Prevezer & Stout 1998, The Dynamics of Industrial Clustering, Oxford University Press; framework 3.5, M8";

    /// <summary>Sums the employment around each firm and counts entries by place, industry and period.</summary>
    /// <remarks>
    /// Growth: ln L_it on ln own-sector and ln other-sector local employment, the firm itself left out of both. Local is the
    /// place, or a disc. Firms with unknown workers add nothing. Where the register has workers of an earlier date, the same
    /// sums at that date are given: what was there before is the regressor of growth since. Entry: firms of an industry
    /// founded in a place in (after, until], on ln own and ln other employment of the firms that stood there when the period
    /// began, by the workers known last; entrants are not among them. Firms of unknown founding stood always. Every place
    /// has a row for every industry and period, zeros included. The rows are the input of a regression, not of a report:
    /// counts below five are not held back. Cost: linear in firms by place; firms × neighbours by radius; places ×
    /// industries × periods rows. Source: Swann, Prevezer and Stout 1998, The Dynamics of Industrial Clustering, Oxford
    /// University Press; framework 3.5, M8.
    /// </remarks>
    /// <param name="input">The register, with industries and employment, and the sample.</param>
    /// <param name="options">What is local; periods.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>One row per firm of the sample, and the entries when the register has places and years of founding.</returns>
    /// <exception cref="ArgumentException">The register has no industries, employment, or places that are needed.</exception>
    public static SwannInputsResult Estimate(
        RegisterSample input, SwannInputsOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.Check();
        options ??= new SwannInputsOptions();
        FirmRegister firms = input.Firms;
        Require.That(firms.Industries.Length > 0, nameof(input), "must name industries; the register has no such column");
        Require.That(firms.Employment.Length > 0, nameof(input), "must have workers; the register has no such column");
        Require.That(
            options.Area == SwannArea.Radius || firms.Places.Length > 0, nameof(options.Area),
            "must be a radius when the register has no column of places");
        return new SwannInputsResult
        {
            Input = input,
            Growth = options.Area == SwannArea.Place ? SwannGrowth.ByPlace(input) : SwannGrowth.ByRadius(input, options.Kilometres, cancellationToken),
            Entries = firms.Places.Length > 0 && firms.Founded.Length > 0 ? SwannEntries.Of(input, options, cancellationToken) : [],
            Notes = NotesOn(firms),
            Provenance = new Provenance(
                "agglomeration.swann-inputs",
                FormattableString.Invariant(
                    $"area = {options.Area}, kilometres = {options.Kilometres}, period_years = {options.PeriodYears}, periods = {options.Periods}"),
                Source),
        };
    }

    private static List<Note> NotesOn(FirmRegister firms)
    {
        List<Note> notes = [];
        int missing = firms.Employment.Count(double.IsNaN);
        if (missing > 0)
        {
            notes.Add(new Note(
                "missing-workers", Severity.Warning,
                FormattableString.Invariant($"{missing} establishments with unknown workers add nothing to local employment.")));
        }

        if (firms.Places.Length == 0 || firms.Founded.Length == 0)
        {
            notes.Add(new Note(
                "no-entries", Severity.Information, "Entries need places and years of founding; the register lacks one of them."));
        }
        else if (firms.Closed.Length == 0)
        {
            notes.Add(new Note(
                "survivors-only", Severity.Warning,
                "The register has no years of closing: entrants that closed again are not counted, the more so the longer ago."));
        }

        return notes;
    }
}
