using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Do the answers to each item follow the curve of its model.</summary>
public static class ItemFit
{
    internal const string Source =
        "Orlando & Thissen 2000, doi:10.1177/01466216000241003; Kang & Chen 2011, doi:10.1007/s12564-010-9082-4; Wright & Masters 1982, Rating Scale Analysis; Köhler, Robitzsch & Hartig 2020, doi:10.3102/1076998619890566";

    private const int Width = 8;

    /// <summary>Computes the fit of each item.</summary>
    /// <remarks>
    /// S-X²: respondents are grouped by summed score k of all items; the model expects category c in a share E_kc ∝ ∫ P_c(θ)
    /// P(others sum to k − c | θ) φ(θ) dθ (recursion of Lord and Wingersky). Statistic Σ_k Σ_c N_k (O_kc − E_kc)²/E_kc over
    /// the scores at which every category of the item can occur, degrees of freedom = filled groups × (categories − 1) −
    /// parameters of the item. Infit and outfit: see Wright and Masters; at the scores given, or at posterior means. rmsd:
    /// √∫ mean over c of (observed − expected curve)² φ, observed curve = posterior-weighted answers. Assumes that the
    /// parameters were estimated from the same answers. S-X² uses respondents who answered every item.
    /// Cost: items² × scores × categories × nodes, and respondents × items × nodes.
    /// Source: Orlando and Thissen 2000, doi:10.1177/01466216000241003, equation 5; Kang and Chen 2011,
    /// doi:10.1007/s12564-010-9082-4; Wright and Masters 1982. Agrees with: mirt 1.41 itemfit(S_X2), relative 1e-3 (its
    /// quadrature differs).
    /// </remarks>
    /// <param name="input">The answers, the item parameters and optional scores.</param>
    /// <param name="options">Model, quadrature, joining of groups.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The fit of each item; a test without degrees of freedom has p-value NaN.</returns>
    /// <exception cref="ArgumentException">Fewer than two items, parameters that do not suit the model, or an answer that
    /// is no category.</exception>
    public static ItemFitResult Estimate(
        FittedResponses input, ItemFitOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new ItemFitOptions();
        ModelledResponses modelled = ModelledResponses.Of(input, options.Model, options);
        Require.That(modelled.Items >= 2, nameof(input.Responses), $"must hold at least two items; they held {modelled.Items}");
        SummedScoreFit summed = new(modelled, options.LeastExpected);
        ResidualFit residual = new(
            modelled,
            modelled.Scores(input.Scores, execution, cancellationToken),
            ResidualFit.PosteriorCounts(modelled, execution, cancellationToken));
        ReplicateRows rows = FilledRows.Compute(
            "comparing items with their curves", modelled.Items, Width,
            (item, values, place) => Fill(item, values.AsSpan(place, Width), summed, residual),
            execution, cancellationToken);
        double[] Column(int position) => [.. Enumerable.Range(0, rows.Count).Select(row => rows.Row(row)[position])];
        double[] pValues = [.. Column(0).Zip(Column(1), ChiSquare.UpperTail)];
        return new ItemFitResult
        {
            Items = modelled.Responses.Items,
            Statistic = Column(0),
            Degrees = Column(1),
            PValue = pValues,
            AdjustedPValue = MultipleTesting.BenjaminiHochberg(pValues),
            Infit = Column(3),
            InfitStandardised = Column(4),
            Outfit = Column(5),
            OutfitStandardised = Column(6),
            RootMeanSquareDeviation = Column(7),
            Notes = [.. ResponseNotes.Incomplete(modelled.Responses.Respondents, summed.Respondents, " for S-X²"), .. SparseNotes(modelled.Responses.Items, Column(2), Column(1))],
            Provenance = new Provenance("psychometrics.item-fit", options.Text(), Source),
        };
    }

    private static void Fill(int item, Span<double> row, SummedScoreFit summed, ResidualFit residual)
    {
        (row[0], row[1], row[2]) = summed.Of(item);
        FitMeanSquares squares = residual.MeanSquares(item);
        (row[3], row[4]) = (squares.Infit, squares.InfitStandardised);
        (row[5], row[6]) = (squares.Outfit, squares.OutfitStandardised);
        row[7] = residual.RootMeanSquareDeviation(item);
    }

    private static IEnumerable<Note> SparseNotes(IReadOnlyList<string> items, double[] leastExpected, double[] degrees)
    {
        string[] sparse = [.. items.Where((_, item) => leastExpected[item] < 1)];
        if (sparse.Length > 0)
        {
            yield return new Note(
                "sparse-groups", Severity.Warning,
                $"Some cells of {string.Join(", ", sparse)} are expected less than once: the chi-square distribution of S-X² is then rough. Set least_expected to 1 or more.");
        }

        string[] undefined = [.. items.Where((_, item) => degrees[item] <= 0)];
        if (undefined.Length > 0)
        {
            yield return new Note(
                "no-degrees-of-freedom", Severity.Warning,
                $"S-X² of {string.Join(", ", undefined)} has no degrees of freedom left: too few score groups for the parameters.");
        }
    }
}
