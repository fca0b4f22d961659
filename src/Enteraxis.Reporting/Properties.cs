[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Enteraxis.Reporting.Tests")]
