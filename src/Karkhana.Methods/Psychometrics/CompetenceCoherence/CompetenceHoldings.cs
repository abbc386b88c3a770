using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Which firm holds which competence; one row per pair. Products may stand for either.</summary>
/// <param name="Firms">The firm, or another holder such as a product.</param>
/// <param name="Competences">The competence, or what is held.</param>
public sealed record CompetenceHoldings(IReadOnlyList<string> Firms, IReadOnlyList<string> Competences)
{
    /// <summary>Gets how much each pair weighs within its firm, such as sales; null weighs all alike.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>Reads the input <c>holdings</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The holdings.</returns>
    public static CompetenceHoldings Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable holdings = request.Table("holdings");
        return new CompetenceHoldings(holdings.Texts("firm"), holdings.Texts("competence"))
        {
            Weights = holdings.Has("weight") ? holdings.CompleteNumbers("weight") : null,
        };
    }

    /// <summary>Refuses an empty table, columns of different length and weights that are not positive.</summary>
    internal void Check()
    {
        Require.That(Firms.Count > 0, nameof(Firms), "must hold at least one row; there was none");
        Require.SameLength(Firms.Count, Competences.Count, nameof(Competences));
        if (Weights is not null)
        {
            Require.SameLength(Firms.Count, Weights.Count, nameof(Weights));
            foreach (double weight in Weights)
            {
                Require.Positive(weight, nameof(Weights));
            }
        }
    }
}
