namespace Karkhana.Core.Errors;

/// <summary>How much a problem in the data weighs.</summary>
public enum Severity
{
    /// <summary>Handled, and worth knowing: the delimiter found, an encoding that was converted.</summary>
    Information,

    /// <summary>The run goes on; the warning travels with the results.</summary>
    Warning,

    /// <summary>The run stops before anything is computed.</summary>
    Error,
}
