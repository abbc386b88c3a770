using Karkhana.Capability;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;

namespace Karkhana.Diagnosis;

/// <summary>What the study says of how firms learn and change; what it does not allow is null.</summary>
/// <param name="Mechanisms">The ways of learning that firms report.</param>
/// <param name="MechanismScores">The channels of learning by the firms' improvement projects.</param>
/// <param name="Changes">The technical changes.</param>
/// <param name="ChangesBySurvey">Whether the firms of the survey were watched, rather than all of the register.</param>
/// <param name="Competences">The capability functions that firms hold together.</param>
public sealed record LearningFindings(
    LearningMechanismsResult? Mechanisms,
    MechanismScoresResult? MechanismScores,
    TechnicalChangesResult? Changes,
    bool ChangesBySurvey,
    CompetenceInventoryResult? Competences)
{
    internal static LearningFindings Of(
        Study study,
        Focus focus,
        CapabilityProfileResult? ladders,
        ulong seed,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        // Firms that made a change and were not surveyed show that the log reaches beyond the survey.
        HashSet<int> surveyed = [.. study.Survey?.Firms ?? []];
        TechnicalChangeTable? changes = study.Changes?.Of(focus.Firms);
        bool bySurvey = changes is not null && surveyed.Count > 0 && changes.Changes.All(change => surveyed.Contains(change.Firm));
        int[] watched = [.. Enumerable.Range(0, focus.Firms.Length).Where(i => !bySurvey || surveyed.Contains(focus.Firms[i]))];
        return new LearningFindings(
            study.Survey is { } survey ? LearningMechanisms.Estimate(survey, [.. Enumerable.Range(0, survey.Respondents)]) : null,
            study.Survey is null ? null : Capability.MechanismScores.Estimate(study.Firms.Ids, study.Survey, seed),
            changes is null
                ? null
                : TechnicalChanges.Estimate(study.Firms, changes, new WatchedFirms(
                    [.. watched.Select(i => focus.Firms[i])], [.. watched.Select(i => focus.Clustered[i])])),
            bySurvey,
            ladders is { LevelsAreReproducible: true }
                ? CompetenceInventory.Estimate(
                    study.Firms.Ids, ladders, new CompetenceInventoryOptions { Seed = seed }, execution, cancellationToken)
                : null);
    }

    /// <summary>Gives the tables, small cells held back.</summary>
    /// <returns>The tables; names differ.</returns>
    internal IEnumerable<Table> ToTables()
    {
        Table?[] learning = [Mechanisms?.ToTable(), MechanismScores?.ToTable()];
        Table[] tables = [.. learning.OfType<Table>(), .. Changes is null ? [] : PublishedChanges.Of(Changes), .. Competences?.ToTables() ?? []];
        return tables.Where(table => table.RowCount > 0).Select(SmallCells.Suppress);
    }
}
