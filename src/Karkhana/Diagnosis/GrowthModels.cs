using Karkhana.Agglomeration;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Diagnosis;

/// <summary>Growth and entry of firms against the employment around them, and innovations of regions against what went into them; what the study
/// does not hold is null.</summary>
public sealed record GrowthModels
{
    private const int LeastRows = 30;
    private const int LeastYears = 3;
    private const long MostRows = 200_000;

    /// <summary>Gets growth and entry.</summary>
    public ClusterGrowthResult? Growth { get; private init; }

    /// <summary>Gets why there is no growth or entry model although the study has the data; null otherwise.</summary>
    public string? GrowthReason { get; private init; }

    /// <summary>Gets innovations of regions.</summary>
    public KnowledgeProductionResult? Production { get; private init; }

    /// <summary>Gets why there is no model of innovations although the study has the data; null otherwise.</summary>
    public string? ProductionReason { get; private init; }

    /// <summary>Gets the rows of the growth model.</summary>
    internal ClusterGrowthRows? GrownRows { get; private init; }

    /// <summary>Gets the rows of the entry model.</summary>
    internal ClusterGrowthRows? EnteredRows { get; private init; }

    /// <summary>Gets the rows of the model of innovations.</summary>
    internal KnowledgeProductionSample? ProductionRows { get; private init; }

    /// <summary>Gets what made the parts that are there.</summary>
    internal IEnumerable<Provenance> Provenances => new[] { Growth?.Provenance, Production?.Provenance }.OfType<Provenance>();

    internal static GrowthModels Of(Study study, Focus focus, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ClusterGrowthRows? grown = null;
        ClusterGrowthRows? entered = null;
        (ClusterGrowthResult? growth, string? growthReason) = Attempt(() =>
        {
            (grown, entered) = (GrowthRows(study, focus), EntryRows(study, focus, cancellationToken));
            return grown is null && entered is null ? null : ClusterGrowth.Estimate(grown, entered, execution, cancellationToken);
        });
        KnowledgeProductionSample? known = study.Regions is { } regions ? Known(regions) : null;
        (KnowledgeProductionResult? production, string? productionReason) = Attempt(() =>
            known is null ? null : KnowledgeProduction.Estimate(known, execution, cancellationToken));
        return new GrowthModels
        {
            Growth = growth,
            GrowthReason = growthReason,
            Production = production,
            ProductionReason = productionReason,
            GrownRows = grown,
            EnteredRows = entered,
            ProductionRows = known,
        };
    }

    /// <summary>Gives the tables; names differ.</summary>
    internal IEnumerable<Table> ToTables()
    {
        (string Key, Table Table)[] growth = [.. Parts(("growth", Growth?.Growth), ("entry", Growth?.Entry))];
        (string Key, Table Table)[] production = [.. Parts(("counts", Production?.Counts), ("logarithms", Production?.Logarithms))];
        Table[] tables =
        [
            TableRows.Joined("cluster_growth", ("model", "Model", "Workers of a firm over the years, or entries by place and period."), growth),
            TableRows.Joined("knowledge_production", ("model", "Model", "Expected count over all rows, or logarithm over rows with innovations."), production),
        ];
        return tables.Where(table => table.RowCount > 0);
    }

    private static IEnumerable<(string Key, Table Table)> Parts(params (string Key, CoefficientTable? Coefficients)[] parts) =>
        parts.Where(part => part.Coefficients is not null).Select(part => (part.Key, part.Coefficients!.ToTable(part.Key)));

    // What no estimator can compute is told as the reason; the rest of the diagnosis goes on.
    private static (T? Result, string? Reason) Attempt<T>(Func<T?> estimate)
        where T : class
    {
        try
        {
            return (estimate(), null);
        }
        catch (ArgumentException problem)
        {
            return (null, problem.Message);
        }
    }

    private static ClusterGrowthRows? GrowthRows(Study study, Focus focus)
    {
        FirmRegister firms = study.Firms;
        if (study.Panel is not { } panel || panel.Years.Count < LeastYears || firms.Places.Length == 0 || firms.Industries.Length == 0)
        {
            return null;
        }

        int[] industry = [.. Enumerable.Range(0, firms.Count).Where(firm => firms.Industries[firm] == focus.Industry)];
        SwannPanelRow[] rows = [.. SwannPanel.Estimate(firms, panel, industry)];
        return rows.Length < LeastRows ? null : new ClusterGrowthRows(
            [.. rows.Select(row => firms.Ids[row.Firm])], [.. rows.Select(row => firms.Places[row.Firm])], [.. rows.Select(row => (double)row.Year)],
            [.. rows.Select(row => row.Workers)], [.. rows.Select(row => row.Own)], [.. rows.Select(row => row.Other)]);
    }

    // All industries tell what own and other employment go with; of a large register, that of the diagnosis alone.
    private static ClusterGrowthRows? EntryRows(Study study, Focus focus, CancellationToken cancellationToken)
    {
        FirmRegister firms = study.Firms;
        if (firms.Founded.Length == 0 || firms.Places.Length == 0 || firms.Industries.Length == 0 || firms.Employment.Length == 0)
        {
            return null;
        }

        SwannInputsOptions options = new();
        string[] industries = [.. firms.Industries.Distinct()];
        long all = (long)firms.Places.Distinct().Count() * industries.Length * options.Periods;
        SwannEntry[] rows = [.. SwannInputs.Estimate(
            new RegisterSample(firms, focus.Firms), all <= MostRows ? options with { EntryIndustries = industries } : options, cancellationToken).Entries];
        return rows.Length < LeastRows || rows.Sum(row => row.Entries) < LeastRows ? null : new ClusterGrowthRows(
            [.. rows.Select(row => row.Industry)], [.. rows.Select(row => row.Place)], [.. rows.Select(row => (double)row.Until)],
            [.. rows.Select(row => (double)row.Entries)], [.. rows.Select(row => row.Own)], [.. rows.Select(row => row.Other)]);
    }

    private static KnowledgeProductionSample? Known(RegionTable regions)
    {
        int[] rows = [.. Enumerable.Range(0, regions.Count).Where(
            row => !double.IsNaN(regions.Innovations[row]) && regions.Inputs.Values.All(input => !double.IsNaN(input[row])))];
        return rows.Length < LeastRows ? null : new KnowledgeProductionSample(
            [.. rows.Select(row => regions.Regions[row])], [.. rows.Select(row => regions.Innovations[row])],
            regions.Inputs.ToDictionary(input => input.Key, input => (IReadOnlyList<double>)[.. rows.Select(row => input.Value[row])], StringComparer.Ordinal))
        {
            Industries = regions.Industries.Count == 0 ? null : [.. rows.Select(row => regions.Industries[row])],
        };
    }
}
