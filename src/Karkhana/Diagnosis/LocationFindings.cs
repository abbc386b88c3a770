using Karkhana.Agglomeration;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Methods.Spatial;

namespace Karkhana.Diagnosis;

/// <summary>What the register says of places: densities of distances, clusters, hot spots, related industries, and what
/// each firm stands near.</summary>
public sealed record LocationFindings
{
    private const int LeastIndustries = 3;

    /// <summary>Gets the K-density of every industry with its bands; null with fewer than two industries.</summary>
    public RegisterScanResult? Density { get; private init; }

    /// <summary>Gets the clusters of the industry in focus.</summary>
    public required ClusterDelineationResult Clusters { get; init; }

    /// <summary>Gets the hot spots of the industry in focus.</summary>
    public required HotSpotsResult HotSpots { get; init; }

    /// <summary>Gets the groups of related industries; null without places or with fewer than three industries.</summary>
    public RelatedIndustriesResult? Related { get; private init; }

    /// <summary>Gets the indicators and exposures that the register shows.</summary>
    public required RegisterExposuresResult Exposures { get; init; }

    /// <summary>Gets how the exposures depend on the distance that was chosen.</summary>
    public required ExposureSensitivityResult Sensitivity { get; init; }

    /// <summary>Gets the reach of institutions; null when the study lists none.</summary>
    public InstitutionAccessResult? Access { get; private init; }

    /// <summary>Gets Marshall's triad; null without industries.</summary>
    public MarshallianTriadResult? Triad { get; private init; }

    /// <summary>Gets the curve of growth over density; null without workers at an earlier date.</summary>
    public DiseconomyCurveResult? Diseconomy { get; private init; }

    /// <summary>Gets what made the parts that are there.</summary>
    internal IEnumerable<Provenance> Provenances => Parts.Select(part => part.Provenance);

    private IEnumerable<ITidyResult> Parts
    {
        get
        {
            ITidyResult?[] parts = [Density, Clusters, HotSpots, Related, Exposures, Sensitivity, Access, Triad, Diseconomy];
            return parts.OfType<ITidyResult>();
        }
    }

    /// <summary>Gives what the parts have to say of their data: what was filled in, left out or could not be told.</summary>
    /// <returns>The table <c>location_notes</c>.</returns>
    public Table ToNotes()
    {
        (string Method, Note Note)[] notes = [.. Parts.SelectMany(part => part.Notes.Select(note => (part.Provenance.Method, note))).Distinct()];
        return Table.Of(
            "location_notes",
            Column.Of("method", notes.Select(row => (string?)row.Method), "Method", "Id of the measure or procedure."),
            Column.Of("severity", notes.Select(row => (string?)Words.Of(row.Note.Severity)), "Weight", "information, warning or error."),
            Column.Of("note", notes.Select(row => (string?)row.Note.Text), "Note", "What the reader must know."));
    }

    internal static LocationFindings Of(
        Study study, Focus focus, IndustryConcentrationOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        FirmRegister open = study.Firms.Open();
        HashSet<string> ids = [.. focus.Firms.Select(firm => study.Firms.Ids[firm])];
        int[] sample = [.. Enumerable.Range(0, open.Count).Where(firm => ids.Contains(open.Ids[firm]))];
        RegisterSample firms = SampleOf(study, focus);
        RegisterExposuresResult exposures = RegisterExposures.Estimate(firms, cancellationToken: cancellationToken);
        int industries = open.Industries.Distinct().Count();
        bool hasPlaces = open.Places.Length > 0 && open.Places.Distinct().Count() > 1;
        return new LocationFindings
        {
            Density = industries < 2 ? null : DensityOf(open, options, execution, cancellationToken),
            Clusters = ClusterDelineation.Estimate(
                open, sample, new ClusterDelineationOptions { Seed = options.Seed, Alpha = options.Alpha, Earlier = EarlierOf(open) }, execution, cancellationToken),
            HotSpots = Karkhana.Agglomeration.HotSpots.Estimate(
                open, sample, new HotSpotsOptions { Seed = options.Seed, Alpha = options.Alpha }, execution, cancellationToken),
            Related = industries < LeastIndustries || !hasPlaces ? null : RelatedIndustries.Estimate(open, null, execution, cancellationToken),
            Exposures = exposures,
            Sensitivity = ExposureSensitivity.Estimate(firms, null, cancellationToken),
            Access = study.Institutions is null ? null : InstitutionAccess.Estimate(firms, null, cancellationToken),
            Triad = open.Industries.Length == 0 ? null : MarshallianTriad.Estimate(firms, exposures.Exposures),
            Diseconomy = DiseconomyOf(study.Firms, exposures),
        };
    }

    internal static RegisterSample SampleOf(Study study, Focus focus) => new(study.Firms, focus.Firms)
    {
        Industries = study.Industries,
        Institutions = study.Institutions,
        Clustered = focus.Clustered,
    };

    private static RegisterScanResult DensityOf(
        FirmRegister open, IndustryConcentrationOptions options, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        RegisterScan.Estimate(
            new PointPattern { X = open.X, Y = open.Y, Types = open.Industries },
            new RegisterScanOptions
            {
                Statistic = ScanStatistic.Kd,
                Replicates = IndustryConcentration.ReplicatesFor(options, open.Count),
                Alpha = options.Alpha,
                LeastPoints = options.LeastEstablishments,
                Seed = options.Seed,
            },
            execution, cancellationToken);

    private static EarlierState? EarlierOf(FirmRegister firms) => firms.EarlierYear is { } year
        ? new EarlierState(year, firms.EarlierEmployment, firms.Founded)
        : null;

    // Growth of workers over the number of establishments near: where it turns down, crowding is associated with less growth.
    private static DiseconomyCurveResult? DiseconomyOf(FirmRegister firms, RegisterExposuresResult exposures)
    {
        RegisterIndicator? density = exposures.Indicators.FirstOrDefault(indicator => indicator.AdvantageId == "DE01");
        if (firms.EarlierEmployment.Length == 0 || firms.Employment.Length == 0 || density is null)
        {
            return null;
        }

        double[] growth = [.. exposures.Input.Sample.Select(firm => Math.Log(firms.Employment[firm] / firms.EarlierEmployment[firm]))];
        double[] known = [.. density.Values.Where((value, i) => double.IsFinite(value) && double.IsFinite(growth[i]))];
        return known.Length < SmallCells.LeastFirms || known.Distinct().Count() < 4
            ? null
            : DiseconomyCurve.Estimate(density.Values, [.. growth.Select(value => double.IsFinite(value) ? value : double.NaN)]);
    }
}
