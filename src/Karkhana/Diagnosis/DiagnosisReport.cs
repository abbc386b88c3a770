using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis.Plans;
using Karkhana.Diagnosis.Sections;
using Karkhana.Scenarios;
using Karkhana.Scenarios.Sections;

namespace Karkhana.Diagnosis;

/// <summary>Puts the findings into words, tables and figures, in the order of framework 6.3, and lets the claims gate
/// hold back what they cannot carry.</summary>
public static class DiagnosisReport
{
    /// <summary>Composes the report.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="tables">Their tables, as <see cref="Tables"/> gives them.</param>
    /// <returns>The report, before any decision on how it looks.</returns>
    public static Report Compose(Findings findings, IReadOnlyList<Table> tables)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(tables);
        Section[] sections =
        [
            SummarySection.Compose(findings),
            DataQualitySection.Compose(findings),
            SurveyQualitySection.Compose(findings),
            MapSection.Compose(findings),
            ConcentrationSection.Compose(findings),
            ClusterSection.Compose(findings),
            ExposureSection.Compose(findings),
            CooperationSection.Compose(findings),
            ActorsSection.Compose(findings),
            NetworkSection.Compose(findings),
            NetworkQualitySection.Compose(findings),
            RoleSection.Compose(findings),
            TieKindSection.Compose(findings),
            WaveSection.Compose(findings),
            ConceptSection.Compose(findings),
            CapabilitySection.Compose(findings),
            MeasurementSection.Compose(findings),
            LearningSection.Compose(findings),
            ChannelSection.Compose(findings),
            RegimeSection.Compose(findings),
            EstimateSection.Compose(findings),
            ComparisonSection.Compose(findings),
            AccountSection.Compose(findings),
            ModerationSection.Compose(findings),
            RelationSection.Compose(findings),
            LevelSection.Compose(findings),
            GrowthSection.Compose(findings),
            ProgrammeSection.Compose(findings),
            HypothesisSection.Compose(findings),
            SpecificationSection.Compose(findings),
            LeverSection.Compose(findings),
            BriefSection.Compose(findings.Scenarios),
            LimitSection.Compose(findings),
            MethodSection.Compose(findings),
            DictionarySection.Compose(tables),
        ];
        return new Report(
            findings.Study.Settings.Title,
            findings.Study.IsSynthetic,
            [.. sections.Select(findings.Gate.Filter).Where(section => section.Blocks.Count > 0)],
            ProvenanceOf(findings));
    }

    /// <summary>Gives all tables of the findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="plan">The plan that was filled from them; filled anew unless given.</param>
    /// <returns>The tables; names differ.</returns>
    public static IReadOnlyList<Table> Tables(Findings findings, ProgrammePlan? plan = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        IReadOnlyList<string> ids = findings.Study.Firms.Ids;
        IEnumerable<Table> tables =
        [
            .. Present(findings.Concentration, result => [result.ToTable(), result.ToCurves()]),
            .. LocationTables(findings.Location),
            .. Present(findings.LocationQuotients, result => [Quotients(result.ToTable())]),
            .. Present(findings.EllisonGlaeser, result => [result.ToTable()]),
            .. Present(findings.SurveyQuality, result => [.. result.ToTables(ids)]),
            findings.Exposures.ToTable(),
            .. Present(LeverSection.Gaps(findings), gaps => [gaps]),
            .. Present(findings.Levels, result => [SmallCells.Suppress(result.ToTable())]),
            .. Present(findings.Cooperation, result => [.. result.ToTables()]),
            .. Present(findings.MakeOrBuy, result => [SmallCells.Suppress(result.ToTable())]),
            .. Present(
                findings.Network, result => [result.Cohesion.ToTable(), result.ToTable(), RoleSection.Counts(result), result.Peers.ToTable()]),
            .. Present(findings.Ties, result => [.. result.ToTables(RoleSection.TellsGatekeepers(findings))]),
            .. Present(findings.Ladders, result => LadderTables(result, ids)),
            .. Present(findings.Ladders, result => [CapabilitySection.Groups(result, findings.Focus)]),
            .. Present(findings.LadderProfiles, result => [SmallCells.Suppress(result.ToTable()), result.ToLevels()]),
            .. Present(findings.Scores, result => [
                result.Scores.ToTable(), result.ToReliability(),
                .. result.Constructs.Select(scored => scored.Latent).OfType<LatentScale>().Select(scale => scale.ToItems()),
            ]),
            .. Present(findings.Learning, result => [.. result.ToTables()]),
            .. Present(findings.Scales, ScaleDiagnosticsBlocks.Tables),
            findings.Matrix.ToTable(),
            findings.Channels.ToTable(),
            .. Present(findings.Regimes, result => [result.ToTable(ids)]),
            .. Present(findings.RegimeMix, mix => [mix]),
            .. Present(findings.Regressions, result => [EstimateSection.Allowed(result, findings).ToTable()]),
            .. Present(findings.Integration, result => [.. result.ToTables(ids, findings.Gate)]),
            .. Present(findings.Growth, result => [.. result.ToTables()]),
            .. Present(findings.Spillovers, result => [result.Pools.ToTable(), result.ToTable()]),
            .. Present(findings.Programme?.Evaluation, result => [result.ToTable(), result.EventTimeTable(), result.BoundsTable()]),
            .. Present(findings.Advice, result => LeverSection.IsAllowed(findings) ? [result.Menu.ToTable(), result.ToTable()] : [result.Menu.ToTable()]),
            .. (plan ?? ProgrammePlan.Of(findings)).ToTables(),
            .. Present(findings.Scenarios, result => [.. ScenarioTables.Of(result)]),
            findings.Gate.ToTable(),
            MethodSection.Used(findings),
        ];
        Table[] kept = [.. tables.Select(table => Marked(table, findings.Study.IsSynthetic))];
        return [.. kept, DictionarySection.Describe(kept)];
    }

    // The activity of a diagnosis is the number of establishments, so it is what small cells go by.
    private static Table Quotients(Table table) => SmallCells.Suppress(Table.Of(
        table.Name,
        [
            .. table.Columns.Where(column => column.Name != "value"),
            Column.Of("n", table.Numbers("value").Select(value => (int)value), "Establishments", "", "Establishments of the industry in the place."),
        ]));

    private static IEnumerable<Table> LocationTables(LocationFindings location) =>
    [
        .. Present(location.Density, result => [result.ToTable(), result.ToCurves()]),
        location.ToNotes(),
        location.Clusters.ToTable(),
        location.Clusters.ToOutlines(),
        location.HotSpots.ToTable(),
        .. Present(location.Related, result => [result.ToTable(), result.ToGroups(), result.ToScores()]),
        location.Exposures.ToTable(),
        location.Sensitivity.ToTable(),
        .. Present(location.Access, result => [result.ToTable()]),
        .. Present(location.Triad, result => [result.ToTable()]),
        .. Present(location.Diseconomy, result => [result.ToTable()]),
    ];

    // Levels that do not follow the order of the ladder are told nowhere, in the tables no more than in the report.
    private static Table[] LadderTables(CapabilityProfileResult ladders, IReadOnlyList<string> ids) =>
        ladders.LevelsAreReproducible
            ? [ladders.ToTable(ids), CapabilitySection.ShownLevels(ladders), SmallCells.Suppress(ladders.ToFunctions())]
            : [SmallCells.Suppress(ladders.ToFunctions())];

    private static Table[] Present<T>(T? result, Func<T, Table[]> tables)
        where T : class =>
        result is null ? [] : tables(result);

    // Tables leave the report; each row of a table made from synthetic rows says so wherever it goes.
    internal static Table Marked(Table table, bool synthetic) => synthetic
        ? Table.Of(table.Name, [.. table.Columns, Column.Of(
            "synthetic", Enumerable.Repeat(true, table.RowCount), "Synthetic",
            "Made from synthetic rows; says nothing about real firms.")]).WithTitle(table.Title)
        : table;

    internal static List<KeyValuePair<string, string>> ProvenanceOf(Findings findings)
    {
        List<KeyValuePair<string, string>> lines =
        [
            new("Karkhana", Provenance.LibraryVersion),
            new("study", findings.Study.Settings.Name),
            new("seed", FormattableString.Invariant($"{findings.Seed}")),
            new("projection", findings.Study.Firms.Projection),
            new("channel matrix", findings.Matrix.Version),
        ];
        lines.AddRange(
            findings.Study.Files.Select(file => new KeyValuePair<string, string>(file.Name, $"SHA-256 {file.Sha256}")));
        return lines;
    }
}
