namespace Karkhana.Methods.Psychometrics;

/// <summary>How a log-likelihood changes with θ.</summary>
/// <param name="First">l′(θ).</param>
/// <param name="Second">l″(θ).</param>
/// <param name="Information">I = Σ_j Σ_c P′²/P over the answered items.</param>
/// <param name="Asymmetry">J = Σ_j Σ_c P′P″/P; the bias of the maximum is about −J/(2I²).</param>
internal readonly record struct LikelihoodSlope(double First, double Second, double Information, double Asymmetry);
