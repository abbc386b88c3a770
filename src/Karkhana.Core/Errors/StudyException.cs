namespace Karkhana.Core.Errors;

/// <summary>The data cannot be used; holds every problem found, not only the first.</summary>
public sealed class StudyException : Exception
{
    /// <summary>Initialises the exception with no problem.</summary>
    public StudyException()
        : this([])
    {
    }

    /// <summary>Initialises the exception with a message alone.</summary>
    /// <param name="message">The message.</param>
    public StudyException(string message)
        : base(message) => Problems = [];

    /// <summary>Initialises the exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public StudyException(string message, Exception innerException)
        : base(message, innerException) => Problems = [];

    /// <summary>Initialises the exception with all problems.</summary>
    /// <param name="problems">The problems.</param>
    public StudyException(IReadOnlyList<DataProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Gets all problems, errors first.</summary>
    public IReadOnlyList<DataProblem> Problems { get; }
}
