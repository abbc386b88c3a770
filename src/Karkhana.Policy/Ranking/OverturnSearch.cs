using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>Under which parameters the first policy of an order would not be the first.</summary>
/// <param name="First">The id of the first policy.</param>
/// <param name="Against">The id of what it is held against: doing nothing, or the second policy.</param>
/// <param name="Draws">The parameter draws.</param>
/// <param name="Overturned">The draws in which it is not better.</param>
/// <param name="Box">Ranges of parameters in which such draws are frequent; null when too few draws, or too few of either kind, allow a search.</param>
public sealed record OverturnSearch(string First, string Against, int Draws, int Overturned, PatientRuleInductionResult? Box);
