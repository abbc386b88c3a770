using Karkhana.Core.Execution;

namespace Karkhana.Learning;

/// <summary>How the estimators of an evaluation run.</summary>
internal sealed record ProgrammeRun(ExecutionOptions? Execution, CancellationToken CancellationToken);
