using Karkhana.Core.Errors;

namespace Karkhana.Core.Results;

/// <summary>Something that the reader of a result must know.</summary>
/// <param name="Code">A stable code in kebab-case: <c>not-converged</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Text">What happened, what it means for the result, what to do.</param>
public sealed record Note(string Code, Severity Severity, string Text);
