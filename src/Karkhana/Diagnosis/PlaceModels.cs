using Karkhana.Core.Exchange;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>What lies among firms of one place and what among places, and whether residuals of neighbours go together.</summary>
public sealed record PlaceModels
{
    private const int ManyPlaces = 20;

    /// <summary>Gets the equations about firms in places; empty where firms or places are too few.</summary>
    public required IReadOnlyList<MultilevelModelResult> Equations { get; init; }

    /// <summary>Gets Moran's I of the residuals of every equation of the diagnosis.</summary>
    public required ResidualDependenceResult Residuals { get; init; }

    /// <summary>Gets what made the parts.</summary>
    internal IEnumerable<Provenance> Provenances => [.. Equations.Take(1).Select(equation => equation.Provenance), Residuals.Provenance];

    internal static PlaceModels Of(LearningSample sample, IReadOnlyList<LearningFit> fits, CancellationToken cancellationToken) => new()
    {
        Equations = [.. new[] { Constructs.Capability, Constructs.Effort }
            .Select(outcome => EquationOf(sample, outcome)).OfType<MultilevelEquation>()
            .Select(equation => MultilevelModel.Estimate(sample, equation, null, cancellationToken)).OfType<MultilevelModelResult>()],
        Residuals = ResidualDependence.Estimate(sample, fits, null, cancellationToken),
    };

    /// <summary>Gives the tables, small cells held back; names differ.</summary>
    internal IEnumerable<Table> ToTables()
    {
        Table[] tables =
        [
            TableRows.Joined("multilevel", [.. Equations.Select(equation => equation.ToTable())]),
            .. Equations.Take(1).Select(equation => SmallCells.Suppress(equation.ToPlaceTable())),
            Residuals.ToTable(),
        ];
        return tables.Where(table => table.Columns.Count > 0 && table.RowCount > 0);
    }

    // Own effort, exposures and capacity, each with its place mean; joint action of the place may bend the slope of effort (framework 3.5, M7).
    private static MultilevelEquation? EquationOf(LearningSample sample, string outcome)
    {
        string[] terms =
        [
            .. new[]
            {
                Constructs.Effort, ExposureIndex.Incidental, ExposureIndex.JointAction, Constructs.AbsorptiveCapacity, LearningControls.Size,
            }.Where(name => name != outcome && IsKnown(sample, name)),
        ];
        if (!IsKnown(sample, outcome) || terms.Length == 0)
        {
            return null;
        }

        bool isMoved = terms.Contains(Constructs.Effort) && terms.Contains(ExposureIndex.JointAction);
        return new MultilevelEquation(outcome, outcome, terms)
        {
            Products = isMoved ? [new CrossLevelProduct(Constructs.Effort, ExposureIndex.JointAction)] : [],
            Slope = isMoved && sample.Places.Distinct(StringComparer.Ordinal).Count() >= ManyPlaces ? Constructs.Effort : null,
        };
    }

    private static bool IsKnown(LearningSample sample, string name) =>
        sample.Scores.Find(name) is { } score ? sample.Firms.Select(firm => score.Values[firm]).Where(value => !double.IsNaN(value)).Distinct().Take(2).Count() == 2
        : (sample.Variables.TryGetValue(name, out double[]? values) || sample.Controls.TryGetValue(name, out values))
            && values.Where(value => !double.IsNaN(value)).Distinct().Take(2).Count() == 2;
}
