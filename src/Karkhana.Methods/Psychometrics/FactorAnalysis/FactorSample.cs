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
        IReadOnlyList<string> items = responses.Items;
        Require.That(items.Count >= leastItems, nameof(responses), FormattableString.Invariant(
            $"must hold at least {leastItems} items; it had {items.Count}"));
        string? twice = items.GroupBy(item => item, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
        Require.That(twice is null, nameof(responses), $"must name each item once; {twice} came twice");
        Require.SameLength(items.Count, responses.Answers.Count, nameof(responses));
        ItemResponses complete = responses.Complete();
        Require.That(complete.Respondents >= LeastRespondents, nameof(responses), FormattableString.Invariant(
            $"must hold at least {LeastRespondents} respondents who answered every item; it had {complete.Respondents}"));
        RequireVariation(complete, within);
        ItemCovariance covariance = ItemCovariance.Of(complete);
        return new FactorSample(
            complete,
            Matrix<double>.Build.Dense(items.Count, items.Count, (item, other) => covariance[item, other]),
            covariance.Correlations(),
            ResponseNotes.Incomplete(responses, complete));
    }

    /// <summary>Refuses samples whose correlation matrix has no inverse, on which likelihoods have no value.</summary>
    public void RequirePositiveDefinite(string method, string within = "")
    {
        Require.That(Respondents > Count, "responses", FormattableString.Invariant(
            $"must hold more complete respondents than items for {method}; it had {Respondents} and {Count}{within}"));
        Require.That(
            PositiveDefinite.Is(Correlations), "responses",
            $"must hold items of which none follows from the others for {method}; the correlation matrix{within} is singular");
    }

    private static void RequireVariation(ItemResponses complete, string within)
    {
        for (int item = 0; item < complete.Items.Count; item++)
        {
            double[] answers = complete.Answers[item];
            Require.That(
                Array.TrueForAll(answers, double.IsFinite), "responses", $"must be finite; {complete.Items[item]} is not");
            Require.That(
                Array.Exists(answers, answer => answer != answers[0]), "responses",
                FormattableString.Invariant($"must hold items that vary; every answer to {complete.Items[item]}{within} is {answers[0]}"));
        }
    }
}
