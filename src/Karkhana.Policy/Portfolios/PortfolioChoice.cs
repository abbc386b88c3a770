using Karkhana.Core.Results;

namespace Karkhana.Policy;

/// <summary>The portfolio that is worth most within a budget.</summary>
/// <param name="Portfolio">The policies.</param>
/// <param name="Value">What they are worth together: the sum of their values.</param>
/// <param name="Bound">No set that fits is worth more than this: the value itself when it was found exactly.</param>
/// <param name="Method">How it was found.</param>
/// <param name="Notes">What to keep in mind.</param>
public sealed record PortfolioChoice(
    PolicyPortfolio Portfolio, double Value, double Bound, ChoiceMethod Method, IReadOnlyList<Note> Notes);
