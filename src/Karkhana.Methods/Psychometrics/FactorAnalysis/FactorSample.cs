using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Complete answers to items that vary, with their covariances: what every factor model starts from.</summary>
/// <param name="Complete">The respondents who answered every item.</param>
/// <param name="Covariances">The covariance matrix, divisor n − 1.</param>
/// <param name="Correlations">The correlation matrix.</param>
/// <param name="Notes">How many respondents were left out.</param>
internal sealed record FactorSample(
    ItemResponses Complete, Matrix<double> Covariances, Matrix<double> Correlations, IReadOnlyList<Note> Notes)
{
    private const int LeastRespondents = 3;

    public int Respondents => Complete.Respondents;

    public int Count => Complete.Items.Count;

    /// <summary>Checks answers and takes their covariances.</summary>
    /// <param name="responses">The answers.</param>
    /// <param name="leastItems">How many items the model needs.</param>
    /// <param name="within">Where the respondents belong, to follow a name in messages.</param>
    public static FactorSample Of(ItemResponses responses, int leastItems, string within = "")
    {
        ArgumentNullException.ThrowIfNull(responses);
        ItemResponses complete = responses.Checked(leastItems).CompleteAtLeast(LeastRespondents, within).Varying(within);
        int items = complete.Items.Count;
        ItemCovariance covariance = ItemCovariance.Of(complete);
        return new FactorSample(
            complete,
            Matrix<double>.Build.Dense(items, items, (item, other) => covariance[item, other]),
            covariance.Correlations(),
            ResponseNotes.Incomplete(responses, complete));
    }

    /// <summary>Refuses samples whose correlation matrix has no inverse, on which likelihoods have no value.</summary>
    public void RequirePositiveDefinite(string method, string within = "") =>
        RequirePositiveDefinite(Correlations, method, within);

    /// <summary>Refuses samples of whose correlations, of any kind, the matrix has no inverse.</summary>
    public void RequirePositiveDefinite(Matrix<double> correlations, string method, string within = "")
    {
        Require.That(Respondents > Count, "responses", FormattableString.Invariant(
            $"must hold more complete respondents than items for {method}; it had {Respondents} and {Count}{within}"));
        Require.That(
            PositiveDefinite.Is(correlations), "responses",
            $"must hold items of which none follows from the others for {method}; the correlation matrix{within} is singular");
    }
}
