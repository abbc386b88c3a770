using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods;

/// <summary>Notes on models with latent variables that did not come out as one would wish.</summary>
internal static class DiagramNotes
{
    public static Note NotConverged(string where) => new(
        "not-converged", Severity.Warning,
        $"The likelihood{where} was still rising when the search stopped; the numbers are where it stopped and should not be read.");

    /// <summary>Says that parameters are not told apart.</summary>
    /// <param name="where">To follow "the information".</param>
    /// <param name="together">The parameters that move together, when they are known.</param>
    public static Note NotIdentified(string where, IReadOnlyList<string> together) => new(
        "not-identified", Severity.Warning,
        $"The information{where} has no inverse: the data do not tell all parameters apart, and there are no standard errors."
        + (together.Count == 0 ? "" : $" These move together: {ResponseNotes.Listed(together)}."));

    public static Note Heywood(IReadOnlyList<string> variables, string where) => new(
        "heywood-case", Severity.Warning,
        $"The residual variance of {string.Join(", ", variables)}{where} is not positive (Heywood case): an improper solution. Too few respondents, or a model that does not hold, can show like this.");

    public static Note ImproperFactors(string where) => new(
        "improper-factor-correlation", Severity.Warning,
        $"The factor correlations{where} are not those of any variables (one is 1 or more, or they contradict each other): an improper solution. Constructs that cannot be told apart show like this.");
}
