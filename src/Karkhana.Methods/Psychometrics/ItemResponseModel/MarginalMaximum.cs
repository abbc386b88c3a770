namespace Karkhana.Methods.Psychometrics;

/// <summary>Where the search for the maximum ended.</summary>
/// <param name="Point">The likelihood there.</param>
/// <param name="Information">Gradient and information there, or less than the tolerance away.</param>
/// <param name="Frozen">Parameters that ran off and were held at their bound.</param>
/// <param name="Converged">Whether the last step was as small as asked.</param>
/// <param name="Evaluations">How often the likelihood was evaluated.</param>
/// <param name="LastChange">The largest change of a parameter in the last step.</param>
internal sealed record MarginalMaximum(
    MarginalPoint Point, MarginalInformation Information, bool[] Frozen, bool Converged, int Evaluations, double LastChange);
